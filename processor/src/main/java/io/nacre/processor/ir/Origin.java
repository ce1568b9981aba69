package io.nacre.processor.ir;

/// On whose behalf a value was made: the layer, for names and comments in generated code.
///
/// @param node the layer's node: `conv1`
/// @param description how the user wrote it: `@Conv(filters = 20, kernel = {5})`
public record Origin(String node, String description) {}
