package io.nacre.processor.plan;

import io.nacre.processor.lower.Step;

/// A step in its place.
///
/// @param barrier whether all workers must have finished what came before
public record PlannedStep(Step step, boolean barrier) {}
