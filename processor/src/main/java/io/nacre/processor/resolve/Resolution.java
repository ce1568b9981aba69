package io.nacre.processor.resolve;

import java.util.Optional;

/// What the resolver made of a model.
///
/// @param graph all nodes, with [io.nacre.processor.layer.UnknownLayer] in the place of what could not be
///     resolved; empty if the source is too broken to say anything
/// @param whole whether everything was resolved
public record Resolution(Optional<LayerGraph> graph, boolean whole) {}
