package io.nacre.processor.problem;

/// Where in the user's source a problem is shown.
///
/// Opaque to every stage but the reader, which makes places, and the reporter, which shows them: a
/// front end that reads no annotations brings its own kind. [InnerPlace] adds the way to a node that
/// is not in the user's own lines.
public interface Place {}
