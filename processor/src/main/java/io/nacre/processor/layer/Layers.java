package io.nacre.processor.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The built-in layers: one line each.
public final class Layers {
  private static final List<Layer> ALL = List.of();

  private static final Map<String, Layer> BY_ANNOTATION =
      ALL.stream().collect(Collectors.toMap(Layer::annotation, Function.identity()));

  private Layers() {}

  /// The layer of an annotation, by the annotation's simple name.
  public static Optional<Layer> of(String annotation) {
    return Optional.ofNullable(BY_ANNOTATION.get(annotation));
  }

  public static List<Layer> all() {
    return ALL;
  }
}
