package io.nacre.processor.infer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Changes that would give a node another shape, with numbers computed from the layers on the way.
final class Advice {
  private final Knowledge knowledge;
  private final Shape wanted;

  private Advice(Knowledge knowledge, Shape wanted) {
    this.knowledge = knowledge;
    this.wanted = wanted;
  }

  /// What to change so that the output of `node` becomes `wanted`: `set pad = 1 on conv1`.
  static Optional<String> change(Knowledge knowledge, LayerNode node, PartialShape wanted) {
    return wanted.complete() && knowledge.shape(node).complete()
        ? new Advice(knowledge, wanted.toShape()).change(node)
        : Optional.empty();
  }

  private Optional<String> change(LayerNode end) {
    LayerNode node = end;
    while (hasData(node) && shape(data(node)).equals(shape(node))) {
      node = data(node);
    }
    LayerNode layer = node;
    return hasData(layer) ? padded(layer).or(() -> one(layer)) : Optional.empty();
  }

  private Shape shape(LayerNode node) {
    return knowledge.shape(node).toShape();
  }

  private boolean hasData(LayerNode node) {
    return !node.edges().isEmpty() && knowledge.shape(data(node)).complete();
  }

  private static LayerNode data(LayerNode node) {
    return node.edges().getFirst().node();
  }

  /// One change of this node, its input being what it is.
  private Optional<String> one(LayerNode node) {
    return node.layer()
        .adjustment(node.attributes(), shape(data(node)), wanted)
        .map(change -> "set %s on %s".formatted(change, node.path()));
  }

  /// The layers since an image of the wanted size each keep the size: what residual blocks forget.
  private Optional<String> padded(LayerNode end) {
    List<LayerNode> layers = new ArrayList<>();
    LayerNode node = end;
    while (hasData(node) && shape(node).rank() == wanted.rank() && wanted.rank() > 2) {
      layers.add(node);
      node = data(node);
      if (spatial(shape(node)).equals(spatial(wanted))) {
        return keep(layers, end);
      }
    }
    return Optional.empty();
  }

  private Optional<String> keep(List<LayerNode> layers, LayerNode end) {
    Map<LayerNode, String> changes = new LinkedHashMap<>();
    Collections.reverse(layers);
    for (LayerNode layer : layers) {
      Shape before = resized(shape(data(layer)));
      Shape after = layer == end ? wanted : resized(shape(layer));
      if (spatial(shape(data(layer))).equals(spatial(shape(layer))) && layer != end) {
        continue;
      }
      Optional<String> change = layer.layer().adjustment(layer.attributes(), before, after);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      changes.put(layer, change.get());
    }
    return set(changes)
        .map(set -> changes.size() == 1 && set.contains("pad = ") ? lost(end) + set : set);
  }

  /// `set pad = 1 on conv1 and conv2`. Copies of one layer change together: that is advice only if
  /// what the last needs serves those before.
  private static Optional<String> set(Map<LayerNode, String> changes) {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    if (changes.size() > 1 && areCopies(changes.keySet())) {
      String all = List.copyOf(changes.values()).getLast();
      Set<String> parts = Set.of(all.split(", (?=[a-z])"));
      for (String change : changes.values()) {
        if (!parts.containsAll(List.of(change.split(", (?=[a-z])")))) {
          return Optional.empty();
        }
      }
      paths.put(all, changes.keySet().stream().map(LayerNode::path).toList());
    } else {
      changes.forEach(
          (layer, change) ->
              paths.computeIfAbsent(change, c -> new ArrayList<>()).add(layer.path()));
    }
    return Optional.of(
        paths.entrySet().stream()
            .map(set -> "%s on %s".formatted(set.getKey(), Similar.enumeration(set.getValue())))
            .collect(Collectors.joining(" and ", "set ", "")));
  }

  /// Whether one `@Repeat` makes them all: one annotation, and names that differ in the number.
  private static boolean areCopies(Set<LayerNode> layers) {
    return layers.stream()
            .map(layer -> layer.path().replaceAll("\\d+", "") + layer.attributes().description())
            .distinct()
            .count()
            == 1
        && layers.stream().map(LayerNode::place).allMatch(InnerPlace.class::isInstance)
        && layers.stream()
                .map(layer -> ((InnerPlace) layer.place()).blame())
                .distinct()
                .count()
            == 1;
  }

  /// `conv1 loses 2 rows and 2 columns: `
  private String lost(LayerNode layer) {
    Shape before = shape(data(layer));
    Shape after = shape(layer);
    if (after.rank() != 4) {
      return "";
    }
    long rows = before.dim(2).size() - after.dim(2).size();
    long columns = before.dim(3).size() - after.dim(3).size();
    return rows > 0 && columns > 0
        ? "%s loses %d row%s and %d column%s: "
            .formatted(layer.path(), rows, plural(rows), columns, plural(columns))
        : "";
  }

  private static String plural(long count) {
    return count == 1 ? "" : "s";
  }

  /// `image` with the wanted spatial sizes.
  private Shape resized(Shape image) {
    List<Dim> dims = new ArrayList<>(image.dims().subList(0, 2));
    dims.addAll(spatial(wanted));
    return new Shape(dims);
  }

  private static List<Dim> spatial(Shape image) {
    return image.rank() < 3 ? List.of() : image.dims().subList(2, image.rank());
  }

  /// A layer that brings `name` from one shape to another: `bring data to N x 16 x 7 x 7:
  /// @Conv(filters = 16, kernel = 1, stride = 2)`.
  static Optional<String> projection(String name, PartialShape from, PartialShape to) {
    if (!from.complete()
        || !to.complete()
        || from.rank() != to.rank()
        || from.rank() < 2
        || !from.dim(0).equals(to.dim(0))
        || IntStream.range(1, to.rank()).anyMatch(i -> to.dim(i).batch() || from.dim(i).batch())) {
      return Optional.empty();
    }
    String how = "bring %s to %s: ".formatted(name, to);
    if (from.rank() == 2) {
      return Optional.of(how + "@FullyConnected(units = %s)".formatted(to.dim(1)));
    }
    List<Long> strides = new ArrayList<>();
    for (int axis = 2; axis < from.rank(); axis++) {
      long input = from.dim(axis).size();
      long output = to.dim(axis).size();
      long stride = output == 1 ? input : Math.max(1, (input - 1) / (output - 1));
      if ((input - 1) / stride + 1 != output) {
        return Optional.empty();
      }
      strides.add(stride);
    }
    return Optional.of(
        how + "@Conv(filters = %s, kernel = 1%s)".formatted(to.dim(1), stride(strides)));
  }

  private static String stride(List<Long> strides) {
    if (strides.stream().allMatch(stride -> stride == 1)) {
      return "";
    }
    String text =
        strides.stream().distinct().count() == 1
            ? strides.getFirst().toString()
            : strides.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    return ", stride = " + text;
  }
}
