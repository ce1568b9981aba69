package io.nacre.processor.read;

import io.nacre.processor.problem.Place;

/// The most memory that training may take.
///
/// @param text how it is written: `64MB`
public record MemoryLimit(String text, long bytes, Place place) {}
