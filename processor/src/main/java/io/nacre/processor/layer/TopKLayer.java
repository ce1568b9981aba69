package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.ScatterAdd;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// The first elements in order: themselves, where they stand, both, or a mask that is 1 there.
final class TopKLayer extends SortingLayer {
  @Override
  public String annotation() {
    return "TopK";
  }

  private static String result(Attributes attributes) {
    return attributes.constant("result");
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    return switch (result(attributes)) {
      case "BOTH" -> List.of("output0", "output1");
      case "VALUE" -> List.of("output0");
      default -> List.of("output");
    };
  }

  @Override
  public boolean blocksGradient(Attributes attributes) {
    return result(attributes).equals("INDICES") || result(attributes).equals("MASK");
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data, int axis) {
    int k = node.attributes().integer("k");
    Dim size = data.dim(axis);
    if (k < 1) {
      return told(node, data, data);
    }
    if (size.known() && size.batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.attribute("k"),
          "k = %d elements of an axis of %s need not be there".formatted(k, size),
          "choose along another axis, or fix the batch: @Model(batch = 64)");
      return Optional.empty();
    }
    if (size.known() && k > size.size()) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("k"),
          "k = %d, but axis %d of %s %s has %s elements"
              .formatted(k, axis, node.source(DATA), node.shape(DATA), size),
          "use at most %s, or k = 0 for all".formatted(size));
      return Optional.empty();
    }
    return told(node, data, Features.with(data, axis, Dim.of(k)));
  }

  private static Optional<PartialShape> told(
      Inference node, PartialShape data, PartialShape chosen) {
    boolean mask = result(node.attributes()).equals("MASK");
    if (mask && node.attributes().integers("axis").isEmpty()) {
      return Optional.of(node.shape(DATA));
    }
    if (result(node.attributes()).equals("BOTH")) {
      node.output(1, chosen);
    }
    return Optional.of(mask ? data : chosen);
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    Emitter e = node.emitter();
    Lists lists = Lists.of(node);
    int k = node.attributes().integer("k");
    Value order = lists.order(e);
    Value places =
        k < 1 ? order : e.slice(order, lists.axis(), Range.of(0, Dim.of(k)));
    return switch (result(node.attributes())) {
      case "VALUE" -> List.of(lists.at(e, places));
      case "INDICES" -> List.of(places);
      case "MASK" -> List.of(e.reshape(mask(e, lists, places), node.shape()));
      default -> List.of(lists.at(e, places), places);
    };
  }

  private static Value mask(Emitter e, Lists lists, Value places) {
    AxisView view = new AxisView(lists.data(), lists.axis());
    Dim count = places.shape().dim(lists.axis());
    Value indices = e.reshape(places, Shape.of(view.outer(), count, view.inner()));
    Value ones = e.constant(1, indices);
    return e.emit(new ScatterAdd(Gather.Mode.CLIP, indices, ones, view.size()));
  }
}
