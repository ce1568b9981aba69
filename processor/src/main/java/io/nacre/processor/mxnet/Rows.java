package io.nacre.processor.mxnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of the table of operators while they are added.
final class Rows {
  private final List<Operator> rows = new ArrayList<>();
  private final Map<String, ShortForm> shortForms = new LinkedHashMap<>();

  /// Adds an operator.
  ///
  /// @param mxnet the name that MXNet writes into files
  Operator add(String mxnet, String annotation) {
    Operator row = new Operator(mxnet, annotation);
    rows.add(row);
    return row;
  }

  /// Adds an annotation that is an operator with one attribute set.
  ShortForm shortForm(String annotation, String mxnet, String attribute, String value) {
    Operator row =
        rows.stream().filter(each -> each.name().equals(mxnet)).findFirst().orElseThrow();
    ShortForm form = new ShortForm(row).with(attribute, value);
    shortForms.put(annotation, form);
    return form;
  }

  List<Operator> all() {
    return rows;
  }

  Map<String, ShortForm> shortForms() {
    return shortForms;
  }
}
