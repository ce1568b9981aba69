package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Layers that compute, and what is trained, must be of a float type. It is said once, where whole
/// numbers first meet such a layer, and not of what depends on it.
final class FloatCheck {
  private final Knowledge knowledge;
  private final Map<LayerNode, DataType> types;
  private final Set<LayerNode> wrong = new HashSet<>();

  private FloatCheck(Knowledge knowledge, Map<LayerNode, DataType> types) {
    this.knowledge = knowledge;
    this.types = types;
  }

  static void check(Knowledge knowledge, Map<LayerNode, DataType> types) {
    FloatCheck check = new FloatCheck(knowledge, types);
    List<LayerNode> whole =
        knowledge.graph().nodes().stream().filter(node -> !types.get(node).isFloat()).toList();
    whole.stream().filter(node -> !isTrained(node)).forEach(check::checkLayer);
    whole.stream().filter(FloatCheck::isTrained).forEach(check::checkTrained);
  }

  private static boolean isTrained(LayerNode node) {
    VariableKind kind = node.layer().variable();
    return kind == VariableKind.PARAMETER || kind == VariableKind.AUXILIARY;
  }

  /// `@Cast(DataType.FLOAT32) Symbol data32(Symbol data) and take data32 here`
  static String castTo(DataType type, String node) {
    String name = node + type.suffix().toLowerCase(Locale.ROOT);
    return "@Cast(DataType.%s) Symbol %s(Symbol %s) and take %s here"
        .formatted(type.name(), name, node, name);
  }

  private void checkLayer(LayerNode node) {
    boolean told = isWrong(node) || node.edges().stream().anyMatch(edge -> isWrong(edge.node()));
    if (node.layer().movesElements()
        || node.layer().takesWholeNumbers()
        || node.layer().annotation().isEmpty()) {
      // what may have them is as silent about wrong ones as what may not
      if (told) {
        wrong.add(node);
      }
      return;
    }
    wrong.add(node);
    if (!told) {
      report(node);
    }
  }

  private boolean isWrong(LayerNode node) {
    return wrong.contains(node) || knowledge.of(node).failed();
  }

  /// A weight that a layer makes has the type of the layer's data, which is reported there.
  private void checkTrained(LayerNode node) {
    boolean told =
        node.implied()
            || knowledge.graph().nodes().stream()
                .filter(this::isWrong)
                .flatMap(reader -> reader.edges().stream())
                .anyMatch(edge -> edge.node() == node);
    if (!told) {
      boolean written = node.attributes().written("dtype");
      report(
          node,
          written ? node.attributes().place("dtype") : node.place(),
          "it would be %s, but %s has numbers with fractions"
              .formatted(types.get(node), node.attributes().kind()),
          "use dtype = DataType.FLOAT32, or @Variable for whole numbers that are fed");
    }
  }

  private void report(LayerNode node) {
    DataType type = types.get(node);
    String kind = node.attributes().kind();
    for (LayerEdge edge : node.edges()) {
      if (types.get(edge.node()) == type && !isTrained(edge.node())) {
        String name = edge.node().path();
        report(
            node,
            edge.place(),
            "%s is %s, but %s computes with floats only".formatted(name, type, kind),
            "add " + castTo(DataType.FLOAT32, name));
        return;
      }
    }
    report(
        node,
        node.place(),
        "it would be %s, but %s makes floats".formatted(type, kind),
        "add @Cast(DataType.%s) after it".formatted(type.name()));
  }

  private void report(LayerNode node, Place place, String fact, String hint) {
    knowledge.fail(node, Problem.of(ProblemId.NOT_FLOAT, place, node.path(), fact, hint));
  }
}
