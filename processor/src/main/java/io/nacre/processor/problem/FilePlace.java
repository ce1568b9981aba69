package io.nacre.processor.problem;

/// A place in a file that a model imports. A compiler can show only the annotation that names the
/// file, so the message names the file as well.
///
/// @param annotation where the source names the file
/// @param file the file's name, without its folder
public record FilePlace(Place annotation, String file) implements Place {}
