package io.nacre.processor.plan;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Variable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where parameters and auxiliary states lie. Both plans of a model, and all its bound graphs, share
/// this; gradients are laid out as the parameters are.
public final class StateLayout {
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Map<Segment, Map<DataType, Long>> lengths = new EnumMap<>(Segment.class);

  private StateLayout() {}

  public static StateLayout of(Graph graph) {
    StateLayout layout = new StateLayout();
    for (Graph.NamedValue named : graph.variables()) {
      if (named.value().primitive() instanceof Variable variable) {
        switch (variable.role()) {
          case PARAMETER -> layout.place(Segment.PARAMETERS, variable);
          case AUXILIARY -> layout.place(Segment.AUXILIARY, variable);
          case INPUT, HEAD_GRADIENT, GRADIENT -> {}
        }
      }
    }
    return layout;
  }

  private void place(Segment segment, Variable variable) {
    DataType type = variable.type();
    Map<DataType, Long> ends = lengths.computeIfAbsent(segment, s -> new EnumMap<>(DataType.class));
    long start = ends.getOrDefault(type, (long) Layout.padding(type));
    long length = variable.shape().size().size();
    slots.put(variable.name(), Slot.constant(segment, type, start, length));
    ends.put(type, start + Layout.round(length));
  }

  public Slot slot(String variable) {
    return slots.get(variable);
  }

  /// The element types that a segment has arrays of.
  public List<DataType> types(Segment segment) {
    return List.copyOf(lengths.getOrDefault(segment, Map.of()).keySet());
  }

  /// The length of a segment's array, from its padding to its last element.
  public long length(Segment segment, DataType type) {
    return lengths.get(segment).get(type);
  }

  /// Bytes of a segment's arrays.
  public long bytes(Segment segment) {
    return types(segment).stream().mapToLong(type -> length(segment, type) * type.bytes()).sum();
  }
}
