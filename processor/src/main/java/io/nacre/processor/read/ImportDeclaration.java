package io.nacre.processor.read;

import io.nacre.processor.problem.Place;

/// The file that a model takes its network from.
///
/// @param path as it is written: `nets/lenet-symbol.json`
public record ImportDeclaration(String path, Place place) {

  /// The file's name without its folder.
  public String file() {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
