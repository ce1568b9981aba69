package io.nacre.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.optimise.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the axes of a group become the axes of a loop.
class LoopBuilderTest {
  private static final Shape IMAGES = Shape.of(Dim.N, Dim.of(20), Dim.of(24), Dim.of(24));

  private final Emitter e = new Emitter();
  private final Value x = variable("x", IMAGES);

  @Test
  void evenlyWalkedAxesAreOne() {
    assertEquals(List.of("11520N"), axes(kernel(e.pointwise(PointwiseFunction.TANH, x))));
  }

  @Test
  void aBiasPerChannelKeepsTheChannelsApart() {
    Value bias = variable("bias", Shape.of(Dim.ONE, Dim.of(20), Dim.ONE, Dim.ONE));
    LoopKernel kernel = kernel(e.add(x, e.broadcast(bias, IMAGES)));
    assertEquals(List.of("N", "20", "576"), axes(kernel));
    assertEquals(
        List.of(List.of(true, true, true), List.of(false, true, false)), kernel.inputs());
  }

  @Test
  void reducedAxesStayApartFromKeptOnes() {
    LoopKernel kernel = kernel(e.reduce(Reduce.Kind.SUM, x, List.of(0, 2, 3)));
    assertEquals(List.of("[N]", "20", "[576]"), axes(kernel));
  }

  @Test
  void anIndexKeepsItsAxisApart() {
    assertEquals(List.of("20N", "24", "24"), axes(kernel(e.add(x, e.index(2, x)))));
  }

  @Test
  void axesOfSizeOneVanish() {
    Value row = variable("row", Shape.of(Dim.ONE, Dim.of(10), Dim.ONE));
    assertEquals(List.of("10"), axes(kernel(e.negate(row))));
    Value scalar = variable("scalar", Shape.of(Dim.ONE));
    assertEquals(List.of("1"), axes(kernel(e.negate(scalar))));
  }

  @Test
  void reducingAnAxisOfSizeOneIsNoReduction() {
    Value row = variable("row", Shape.of(Dim.of(10), Dim.ONE));
    assertTrue(kernel(e.reduce(Reduce.Kind.SUM, row, List.of(1))).reduction().isEmpty());
  }

  @Test
  void theSameLoopOnOtherArraysIsTheSameKernel() {
    Value a = variable("a", IMAGES);
    assertEquals(
        kernel(e.pointwise(PointwiseFunction.EXP, x)),
        kernel(e.pointwise(PointwiseFunction.EXP, a)));
  }

  private static LoopKernel kernel(Value root) {
    return LoopBuilder.build(new Group(root, List.of(root), false)).kernel();
  }

  private static List<String> axes(LoopKernel kernel) {
    return kernel.axes().stream()
        .map(axis -> axis.reduced() ? "[" + axis.size() + "]" : axis.size().toString())
        .toList();
  }

  private Value variable(String name, Shape shape) {
    return e.emit(new Variable(name, Variable.Role.INPUT, shape, DataType.FLOAT32));
  }
}
