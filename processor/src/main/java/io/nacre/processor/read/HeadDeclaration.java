package io.nacre.processor.read;

/// An output of a network whose file lists its outputs.
public record HeadDeclaration(String node, int output) {}
