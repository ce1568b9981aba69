package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Value;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.Segment;
import io.nacre.processor.plan.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Writes where the values of layers lie, for `layers()`: a line of text for each, because a call
/// for each would make the constructor of a large model too long.
final class LayerPlaces {
  /// A constant of a class file has at most 65,535 bytes.
  private static final int MOST_IN_A_CONSTANT = 30_000;

  private LayerPlaces() {}

  /// Arrays are counted in the order in which they are told.
  private record StoredIn(Segment segment, DataType type) {}

  /// The statement that sets `layerValues`.
  ///
  /// @param view the lambda that shows a part of the array that holds a slot
  static CodeBlock of(ExecutionPlan plan, Function<Slot, CodeBlock> view) {
    Map<StoredIn, Integer> memories = new LinkedHashMap<>();
    CodeBlock.Builder arrays = CodeBlock.builder();
    CodeBlock.Builder places = CodeBlock.builder();
    StringBuilder lines = new StringBuilder();
    for (Value layer : plan.graph().graph().graph().layers()) {
      Slot slot = plan.slot(layer);
      StoredIn memory = new StoredIn(slot.segment(), slot.type());
      if (!memories.containsKey(memory)) {
        memories.put(memory, memories.size());
        arrays.add("\n.memory($L)", view.apply(slot));
      }
      lines.append(memories.get(memory)).append(' ').append(place(plan, slot)).append('\n');
      if (lines.length() > MOST_IN_A_CONSTANT) {
        addText(places, lines);
      }
    }
    addText(places, lines);
    return CodeBlock.builder()
        .add("layerValues =\n$>$>$T.builder(this, () -> rows)$>$>", RuntimeTypes.LAYER_VALUES)
        .add(arrays.build())
        .add(places.build())
        .add("\n.build();\n$<$<$<$<")
        .build();
  }

  /// How many elements it is from the array's start for each sample, and beside that.
  private static String place(ExecutionPlan plan, Slot slot) {
    return slot.inBatchRegion()
        ? slot.start() + " " + plan.work(slot.type()).constant()
        : "0 " + slot.start();
  }

  private static void addText(CodeBlock.Builder places, StringBuilder lines) {
    if (!lines.isEmpty()) {
      places.add("\n.places(\n$>$>$L)$<$<", "\"\"\"\n" + lines + "\"\"\"");
      lines.setLength(0);
    }
  }
}
