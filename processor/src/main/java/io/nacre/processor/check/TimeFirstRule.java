package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Layers over sequences take the time first, and an `@Input` has its samples there: they would be taken
/// for the steps of one sequence.
///
/// For `@RNN` it is an error where N is open, which shape inference reports; where the batch is fixed
/// nothing is wrong with the shapes.
final class TimeFirstRule implements GraphRule {
  private static final Set<String> OVER_TIME =
      Set.of("RNN", "SequenceMask", "SequenceLast", "SequenceReverse");

  /// Layers whose output has the first axis of their input.
  private static final Set<String> KEEP_THE_FIRST_AXIS =
      Set.of(
          "Embedding", "FullyConnected", "Dropout", "Activation", "Relu", "Sigmoid", "Tanh",
          "SoftRelu", "SoftSign", "LeakyRelu", "Elu", "Selu", "LayerNorm", "BatchNorm");

  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    for (LayerNode node : graph.nodes()) {
      if (takesTimeFirst(node, graph)) {
        LayerNode input = source(node);
        if (input.layer().annotation().equals("Input")) {
          report(node, input, graph, problems);
        }
      }
    }
  }

  private static boolean takesTimeFirst(LayerNode node, LayerGraph graph) {
    String kind = node.layer().annotation();
    return kind.equals("RNN")
        ? graph.batch() > 0
        : OVER_TIME.contains(kind) && node.attributes().integer("axis") == 0;
  }

  /// Where the first axis of a node's data comes from.
  private static LayerNode source(LayerNode node) {
    LayerNode source = node.edges().getFirst().node();
    while (KEEP_THE_FIRST_AXIS.contains(source.layer().annotation())) {
      source = source.edges().getFirst().node();
    }
    return source;
  }

  private static void report(
      LayerNode node, LayerNode input, LayerGraph graph, Problems problems) {
    LayerEdge edge = node.edges().getFirst();
    String samples = graph.batch() > 0 ? graph.batch() + "" : "N";
    problems.add(
        Problem.of(
            ProblemId.TIME_FIRST,
            edge.place(),
            node.path(),
            "time is the first axis, but that of %s holds %s samples%s"
                .formatted(
                    edge.node().path(),
                    samples,
                    edge.node() == input ? "" : ", as " + input.path() + " does"),
            wayOut(node, input)));
  }

  private static String wayOut(LayerNode node, LayerNode input) {
    List<Integer> sample = input.attributes().integers("value");
    String rest =
        sample.stream().skip(1).map(size -> ", " + size).collect(Collectors.joining());
    String declaration =
        sample.isEmpty()
            ? ""
            : ", or declare @Variable({%d, BATCH%s}) and feed it so"
                .formatted(sample.getFirst(), rest);
    boolean hasAxis =
        node.layer().annotation().equals("SequenceMask")
            || node.layer().annotation().equals("SequenceLast");
    return (hasAxis ? "set axis = 1" : "swap the axes before: @SwapAxes(dim1 = 0, dim2 = 1)")
        + declaration;
  }
}
