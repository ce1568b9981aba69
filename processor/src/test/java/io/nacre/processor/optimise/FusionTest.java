package io.nacre.processor.optimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
  private final Emitter e = new Emitter();
  private final Value x = variable("x", Dim.N, Dim.of(8));
  private final Value w = variable("w", Dim.of(8), Dim.of(8));
  private final Value bias = variable("bias", Dim.ONE, Dim.of(8));

  @Test
  void aChainOfPointwiseValuesIsOneGroup() {
    Value sum = e.add(x, e.broadcast(bias, x.shape()));
    Value y = e.pointwise(PointwiseFunction.TANH, sum);
    List<Group> groups = groups(y);
    assertEquals(1, groups.size());
    assertEquals(List.of(sum, y), groups.getFirst().members());
  }

  @Test
  void aValueForTwoGroupsIsStored() {
    Value t = e.pointwise(PointwiseFunction.TANH, x);
    Value product = e.emit(new MatMul(MatMul.Form.NN, t, w));
    List<Group> groups = groups(e.add(t, product));
    assertEquals(
        List.of(t, product), groups.stream().limit(2).map(Group::root).toList(), "t is stored");
    assertEquals(3, groups.size());
  }

  @Test
  void aDiamondInOneGroupStaysThere() {
    Value t = e.pointwise(PointwiseFunction.TANH, x);
    Value y = e.multiply(e.add(t, x), e.subtract(t, x));
    assertEquals(1, groups(y).size());
  }

  @Test
  void aReductionTakesItsElementIn() {
    Value square = e.multiply(x, x);
    Value sum = e.reduce(Reduce.Kind.SUM, square, List.of(1));
    List<Group> groups = groups(sum);
    assertEquals(List.of(square, sum), groups.getFirst().members());
  }

  @Test
  void deadCodeIsDropped() {
    e.pointwise(PointwiseFunction.EXP, x);
    assertEquals(1, groups(e.negate(x)).size());
  }

  @Test
  void theSameComputationIsDoneOnce() {
    Value a = e.pointwise(PointwiseFunction.EXP, x);
    Value b = e.pointwise(PointwiseFunction.EXP, x);
    assertTrue(a == b);
  }

  @Test
  void aLongChainIsCut() {
    Value y = x;
    for (int i = 0; i < 1000; i++) {
      y = e.pointwise(PointwiseFunction.TANH, y);
    }
    List<Group> groups = groups(y);
    assertTrue(groups.size() > 1000 / 30, "no loop grows with the model");
    assertFalse(groups.stream().anyMatch(group -> group.members().size() > 24));
  }

  private List<Group> groups(Value head) {
    Graph graph = new Graph("test", List.of(), List.of(new Graph.Head("y", head, false)), List.of(), e);
    return Fusion.fuse(TrainingGraph.forwardOnly(graph)).groups();
  }

  private Value variable(String name, Dim... dims) {
    return e.emit(new Variable(name, Variable.Role.INPUT, Shape.of(dims), DataType.FLOAT32));
  }
}
