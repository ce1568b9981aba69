package io.nacre.processor.mxnet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// MXNet's operators that can be written as a model: the importer, the exporter and the tests go by this
/// table, whose rows are in the families below.
public final class Operators {
  private static final Map<String, Operator> BY_NAME = new LinkedHashMap<>();
  private static final Map<String, ShortForm> BY_ANNOTATION = new LinkedHashMap<>();

  private Operators() {}

  static {
    Rows rows = new Rows();
    LayerRows.addTo(rows);
    LossRows.addTo(rows);
    ArrayRows.addTo(rows);
    ShapeRows.addTo(rows);
    MakingRows.addTo(rows);
    ElementwiseRows.addTo(rows);
    BY_ANNOTATION.putAll(rows.shortForms());
    for (Operator row : rows.all()) {
      BY_ANNOTATION.putIfAbsent(row.annotation(), new ShortForm(row));
      BY_NAME.put(row.name(), row);
      row.aliases().forEach(alias -> BY_NAME.put(alias, row));
    }
  }

  /// The row of one of MXNet's operators, by any of its names.
  public static Optional<Operator> of(String mxnet) {
    return Optional.ofNullable(BY_NAME.get(mxnet));
  }

  /// All rows, by each of MXNet's names.
  public static Map<String, Operator> all() {
    return Collections.unmodifiableMap(BY_NAME);
  }

  /// What MXNet has for an annotation.
  static Optional<ShortForm> ofAnnotation(String annotation) {
    return Optional.ofNullable(BY_ANNOTATION.get(annotation));
  }
}
