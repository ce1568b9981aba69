package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.BatchNumber;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.TypeRule;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import java.util.Optional;

/// What one layer sees of the knowledge and adds to it.
final class NodeInference implements Inference {
  private final Knowledge knowledge;
  private final LayerNode node;

  NodeInference(Knowledge knowledge, LayerNode node) {
    this.knowledge = knowledge;
    this.node = node;
  }

  @Override
  public String name() {
    return node.path();
  }

  @Override
  public Attributes attributes() {
    return node.attributes();
  }

  @Override
  public List<String> arguments() {
    return node.arguments().stream().map(Argument::name).toList();
  }

  @Override
  public Dim dim(int number) {
    return BatchNumber.dim(number, knowledge.graph().batch());
  }

  @Override
  public PartialShape shape(String argument) {
    return Knowledge.edge(node, argument)
        .map(knowledge::shape)
        .orElse(PartialShape.UNKNOWN);
  }

  @Override
  public PartialShape output(int index) {
    return knowledge.of(node).shape(index);
  }

  @Override
  public void shape(String argument, PartialShape shape, ProblemId id) {
    shape(argument, shape, id, "");
  }

  @Override
  public void shape(String argument, PartialShape shape, ProblemId id, String reason) {
    Optional<LayerEdge> edge = Knowledge.edge(node, argument);
    if (edge.isEmpty() || knowledge.of(node).failed()) {
      return;
    }
    if (!knowledge.learn(edge.get().node(), edge.get().output(), shape, node)) {
      new Conflict(knowledge, node, argument, edge.get(), knowledge.atBatch(shape))
          .report(id, reason);
    }
  }

  @Override
  public void output(int index, PartialShape shape) {
    if (knowledge.of(node).failed() || knowledge.learn(node, index, shape, node)) {
      return;
    }
    LayerNode maker = knowledge.of(node).maker().orElse(node);
    problem(
        ProblemId.SHAPE_MISMATCH,
        node.place(),
        "its output is %s, but %s needs %s"
            .formatted(knowledge.atBatch(shape), maker.path(), output(index)),
        "make both the same, or do not use it in %s".formatted(maker.path()));
  }

  @Override
  public void sameType() {
    knowledge.of(node).markSameType();
  }

  @Override
  public void type(String argument, TypeRule rule) {
    knowledge.of(node).rules().put(argument, rule);
  }

  @Override
  public void type(DataType type) {
    knowledge.of(node).type(type);
  }

  @Override
  public String source(String argument) {
    return Knowledge.edge(node, argument).map(edge -> edge.node().path()).orElse(argument);
  }

  @Override
  public Place attribute(String name) {
    return node.attributes().place(name);
  }

  @Override
  public Place edge(String argument) {
    return Knowledge.edge(node, argument).map(LayerEdge::place).orElse(node.place());
  }

  @Override
  public void mismatch(String argument, String other, int free) {
    LayerEdge one = Knowledge.edge(node, argument).orElseThrow();
    LayerEdge two = Knowledge.edge(node, other).orElseThrow();
    new OperandMismatch(knowledge, node, one, two, free).report(two.place());
  }

  @Override
  public void problem(ProblemId id, Place place, String fact, String hint) {
    Problem problem = Problem.of(id, place, node.path(), fact, hint);
    boolean local = Knowledge.LOCAL.contains(id) || node.edges().isEmpty();
    knowledge.fail(node, local ? problem : problem.withTrail(Trail.into(knowledge, node)));
  }
}
