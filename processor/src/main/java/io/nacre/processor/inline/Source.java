package io.nacre.processor.inline;

/// An output of a layer.
record Source(Instance node, int output) {}
