package io.nacre.processor.plan;

import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.lower.Step;
import io.nacre.processor.optimise.FusedGraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives every stored value a place and every step its barrier.
///
/// Parameters lie where [StateLayout] says and their gradients at the same place of their own segment.
/// Work memory is reused: a value lives from the step that writes it to the last step that reads it;
/// heads, layers that are kept, and gradients of inputs live to the end. All places are known
/// before N is, because a value that grows with N never shares memory with one that does not.
public final class Planner {
  private final FusedGraph graph;
  private final List<Step> steps;
  private final StateLayout state;
  private final Map<Value, Slot> slots = new LinkedHashMap<>();
  private final Map<Value, Integer> born = new LinkedHashMap<>();
  private final Map<Value, Integer> lastRead = new HashMap<>();

  private Planner(FusedGraph graph, List<Step> steps, StateLayout state) {
    this.graph = graph;
    this.steps = steps;
    this.state = state;
  }

  public static ExecutionPlan plan(FusedGraph graph, List<Step> steps, StateLayout state) {
    return new Planner(graph, steps, state).run();
  }

  private ExecutionPlan run() {
    placeState();
    findLifetimes();
    List<WorkSize> work = placeWork();
    return new ExecutionPlan(graph, new Barriers(slots).between(steps), slots, work);
  }

  private void placeState() {
    for (Graph.NamedValue named : graph.graph().graph().variables()) {
      Slot slot = state.slot(named.name());
      if (slot != null) {
        slots.put(named.value(), slot);
      }
    }
    graph.graph().earlier().forEach(this::placeGradient);
    graph.graph().gradients().forEach(this::placeGradient);
  }

  private void placeGradient(Graph.NamedValue gradient) {
    Slot slot = state.slot(gradient.name());
    if (slot != null) {
      Slot there = Slot.constant(Segment.GRADIENTS, slot.type(), slot.start(), slot.length());
      slots.put(Aliases.storage(gradient.value()), there);
    }
  }

  private void findLifetimes() {
    int end = steps.size();
    int firstBackward =
        (int) steps.stream().filter(step -> !step.group().backward()).count();
    for (Graph.NamedValue named : graph.graph().graph().variables()) {
      birth(named.value(), 0);
    }
    for (Graph.NamedValue named : graph.graph().headGradients()) {
      birth(named.value(), firstBackward);
    }
    for (int i = 0; i < end; i++) {
      birth(steps.get(i).output(), i);
      for (Value read : steps.get(i).reads()) {
        lastRead.put(read, i);
      }
    }
    for (Graph.Head head : graph.graph().graph().heads()) {
      lastRead.put(Aliases.storage(head.value()), end);
    }
    for (Value layer : graph.graph().graph().layers()) {
      lastRead.put(Aliases.storage(layer), end);
    }
    for (Graph.NamedValue gradient : graph.graph().gradients()) {
      lastRead.put(Aliases.storage(gradient.value()), end);
    }
    // a variable that nobody reads is not stored
    born.keySet()
        .removeIf(
            value -> value.primitive() instanceof Variable && !lastRead.containsKey(value));
  }

  private void birth(Value value, int step) {
    if (!slots.containsKey(value)) {
      born.putIfAbsent(value, step);
    }
  }

  private List<WorkSize> placeWork() {
    Map<DataType, List<Value>> byType = new EnumMap<>(DataType.class);
    for (Value value : born.keySet()) {
      byType.computeIfAbsent(value.type(), type -> new ArrayList<>()).add(value);
    }
    List<WorkSize> sizes = new ArrayList<>();
    byType.forEach(
        (type, values) ->
            sizes.add(
                new WorkSize(
                    type,
                    place(type, values, true, 0),
                    place(type, values, false, Layout.padding(type)))));
    return sizes;
  }

  /// Places the values of one region, the first at `origin`; returns where the region ends.
  private long place(DataType type, List<Value> values, boolean batchRegion, long origin) {
    Map<Value, Packing.Item> items = new LinkedHashMap<>();
    for (Value value : values) {
      Dim size = value.shape().size();
      if (size.batch() == batchRegion) {
        int first = born.get(value);
        int last = Math.max(first, lastRead.getOrDefault(value, first));
        items.put(value, new Packing.Item(Layout.round(size.size()), first, last));
      }
    }
    long length = Packing.pack(List.copyOf(items.values()));
    items.forEach(
        (value, item) ->
            slots.put(
                value,
                new Slot(Segment.WORK, type, batchRegion, origin + item.start, item.length)));
    return origin + length;
  }
}
