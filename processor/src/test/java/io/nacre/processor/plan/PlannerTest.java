package io.nacre.processor.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.differentiate.Differentiator;
import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.GradReq;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.lower.CpuLowering;
import io.nacre.processor.lower.Step;
import io.nacre.processor.optimise.FusedGraph;
import io.nacre.processor.optimise.Fusion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Plans of random graphs: no two values that live at one time meet in memory, and every step that
/// needs what another worker wrote waits for it.
class PlannerTest {

  @Test
  void valuesThatLiveTogetherDoNotMeet() {
    for (int seed = 0; seed < 200; seed++) {
      ExecutionPlan plan = randomPlan(seed);
      Map<Value, int[]> lives = lives(plan);
      List<Value> values = new ArrayList<>(lives.keySet());
      for (int i = 0; i < values.size(); i++) {
        for (int j = 0; j < i; j++) {
          int[] a = lives.get(values.get(i));
          int[] b = lives.get(values.get(j));
          boolean together = a[0] <= b[1] && b[0] <= a[1];
          boolean meet = plan.slot(values.get(i)).overlaps(plan.slot(values.get(j)));
          assertFalse(
              together && meet, values.get(i) + " and " + values.get(j) + " of graph " + seed);
        }
      }
    }
  }

  @Test
  void workersWaitForWhatTheyRead() {
    for (int seed = 0; seed < 200; seed++) {
      ExecutionPlan plan = randomPlan(seed);
      List<PlannedStep> steps = plan.steps();
      for (int i = 0; i < steps.size(); i++) {
        boolean waited = steps.get(i).barrier();
        for (int j = i - 1; j >= 0 && !waited; j--) {
          if (steps.get(j).step().group().backward() != steps.get(i).step().group().backward()) {
            break; // a pass begins when everybody is there
          }
          assertFalse(conflict(plan, steps.get(j).step(), steps.get(i).step()), "graph " + seed);
          waited = steps.get(j).barrier();
        }
      }
    }
  }

  @Test
  void memoryIsReusedAndAligned() {
    Emitter e = new Emitter();
    Value x = input(e, "x", Dim.N, Dim.of(100));
    Value y = x;
    for (int i = 0; i < 50; i++) {
      Value w = parameter(e, "w" + i, Dim.of(100), Dim.of(100));
      y = e.emit(new MatMul(MatMul.Form.NN, y, w));
    }
    ExecutionPlan plan = plan(graph(e, y), false);
    WorkSize work = plan.work(DataType.FLOAT32);
    assertEquals(2 * 112, work.perSample(), "two places in turn, each rounded to 16");
    assertEquals(12, work.constant(), "the padding that puts the first element on 64 bytes");
    plan.slots()
        .values()
        .forEach(
            slot ->
                assertEquals(
                    slot.inBatchRegion() ? 0 : 12, slot.start() % 16, "a place of 64 bytes"));
  }

  @Test
  void gradientsLieLikeTheirParameters() {
    Emitter e = new Emitter();
    Value x = input(e, "x", Dim.N, Dim.of(5));
    Value w = parameter(e, "w", Dim.of(5), Dim.of(3));
    Value v = parameter(e, "v", Dim.of(3), Dim.of(2));
    Value y = e.emit(new MatMul(MatMul.Form.NN, e.emit(new MatMul(MatMul.Form.NN, x, w)), v));
    Graph graph =
        new Graph(
            "test",
            List.of(named("x", x, false), named("w", w, true), named("v", v, true)),
            List.of(new Graph.Head("y", y, false)),
            List.of(),
            e);
    ExecutionPlan plan = plan(graph, true);
    for (Graph.NamedValue gradient : plan.graph().graph().gradients()) {
      Value parameter = gradient.name().equals("w") ? w : v;
      Slot there = plan.slot(gradient.value());
      assertEquals(Segment.GRADIENTS, there.segment());
      assertEquals(plan.slot(parameter).start(), there.start());
    }
  }

  @Test
  void keptLayersHavePlacesOfTheirOwn() {
    Emitter e = new Emitter();
    Value x = input(e, "x", Dim.N, Dim.of(5));
    List<Value> layers = new ArrayList<>(List.of(e.scale(x, 2)));
    for (int i = 0; i < 5; i++) {
      layers.add(e.pointwise(PointwiseFunction.TANH, layers.getLast()));
    }
    Graph plain = graph(e, layers.getLast());
    assertTrue(plan(plain, false).slot(layers.getFirst()) == null, "fused");
    Graph keeping =
        new Graph("test", plain.variables(), plain.heads(), List.of(), layers, e);
    ExecutionPlan plan = plan(keeping, false);
    for (Value one : layers) {
      for (Value other : layers) {
        assertEquals(one == other, plan.slot(one).overlaps(plan.slot(other)));
      }
    }
  }

  @Test
  void anInputThatNobodyReadsHasNoPlace() {
    Emitter e = new Emitter();
    Value x = input(e, "x", Dim.N, Dim.of(5));
    Value unused = input(e, "unused", Dim.N, Dim.of(1000));
    ExecutionPlan plan = plan(graph(e, e.scale(x, 2)), false);
    assertTrue(plan.slot(unused) == null);
  }

  private static boolean conflict(ExecutionPlan plan, Step earlier, Step later) {
    Slot written = plan.slot(earlier.output());
    Slot output = plan.slot(later.output());
    return later.reads().stream().anyMatch(read -> plan.slot(read).overlaps(written))
        || output.overlaps(written)
        || earlier.reads().stream().anyMatch(read -> plan.slot(read).overlaps(output));
  }

  /// The first and last step of each value in work memory; heads and gradients live to the end.
  private static Map<Value, int[]> lives(ExecutionPlan plan) {
    Map<Value, int[]> lives = new HashMap<>();
    List<PlannedStep> steps = plan.steps();
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      lives.put(steps.get(i).step().output(), new int[] {i, i});
      for (Value read : steps.get(i).step().reads()) {
        lives.computeIfAbsent(read, key -> new int[] {bornAt(plan, key), 0})[1] = step;
      }
    }
    plan.graph()
        .graph()
        .graph()
        .heads()
        .forEach(
            head ->
                lives.computeIfAbsent(Aliases.storage(head.value()), key -> new int[] {0, 0})[1] =
                    steps.size());
    lives.keySet().removeIf(value -> plan.slot(value).segment() != Segment.WORK);
    return lives;
  }

  /// What the user feeds is there from the start of the pass it belongs to.
  private static int bornAt(ExecutionPlan plan, Value variable) {
    boolean backward =
        ((Variable) variable.primitive()).role() == Variable.Role.HEAD_GRADIENT;
    return backward ? plan.forward().size() : 0;
  }

  /// A graph of pointwise functions, products and reductions over values that do and do not grow
  /// with N.
  private static ExecutionPlan randomPlan(int seed) {
    Random random = new Random(seed);
    Emitter e = new Emitter();
    List<Value> values = new ArrayList<>();
    List<Graph.NamedValue> variables = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Value x = input(e, "x" + i, Dim.N, Dim.of(8));
      variables.add(named("x" + i, x, i == 0));
      values.add(x);
    }
    for (int i = 0; i < 40; i++) {
      Value a = values.get(random.nextInt(values.size()));
      Value b = values.get(random.nextInt(values.size()));
      switch (random.nextInt(4)) {
        case 0 -> values.add(e.add(a, b));
        case 1 -> values.add(e.pointwise(PointwiseFunction.TANH, a));
        case 2 -> {
          String name = "w" + variables.size();
          Value w = parameter(e, name, Dim.of(8), Dim.of(8));
          variables.add(named(name, w, true));
          values.add(e.emit(new MatMul(MatMul.Form.NN, a, w)));
        }
        default ->
            values.add(
                e.add(
                    b, e.broadcast(e.reduce(Reduce.Kind.SUM, a, List.of(0)), b.shape())));
      }
    }
    List<Graph.Head> heads =
        List.of(
            new Graph.Head("y", values.getLast(), false),
            new Graph.Head("z", values.get(values.size() / 2), false));
    return plan(new Graph("test", variables, heads, List.of(), e), true);
  }

  private static ExecutionPlan plan(Graph graph, boolean training) {
    FusedGraph fused =
        Fusion.fuse(
            training
                ? Differentiator.differentiate(graph)
                : TrainingGraph.forwardOnly(graph));
    return Planner.plan(fused, CpuLowering.lower(fused), StateLayout.of(graph));
  }

  private static Graph graph(Emitter e, Value head) {
    List<Graph.NamedValue> variables = new ArrayList<>();
    e.values().stream()
        .filter(value -> value.primitive() instanceof Variable)
        .forEach(value -> variables.add(named(name(value), value, false)));
    return new Graph("test", variables, List.of(new Graph.Head("y", head, false)), List.of(), e);
  }

  private static String name(Value value) {
    return ((Variable) value.primitive()).name();
  }

  private static Graph.NamedValue named(String name, Value value, boolean wantsGradient) {
    return new Graph.NamedValue(name, value, wantsGradient ? GradReq.WRITE : GradReq.NONE);
  }

  private static Value input(Emitter e, String name, Dim... dims) {
    return e.emit(
        new Variable(name, Variable.Role.INPUT, Shape.of(dims), DataType.FLOAT32));
  }

  private static Value parameter(Emitter e, String name, Dim... dims) {
    return e.emit(
        new Variable(name, Variable.Role.PARAMETER, Shape.of(dims), DataType.FLOAT32));
  }
}
