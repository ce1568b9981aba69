package io.nacre.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.CompiledSources;
import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Interpreter;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.lower.Call.LoopCall;
import io.nacre.processor.lower.CpuLowering;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.lower.Step;
import io.nacre.processor.optimise.Fusion;
import io.nacre.runtime.Device;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of generated loop: scalar and vector code have the same bits for any number of workers,
/// agree with the interpreter, and touch nothing beside their output.
class LoopWriterTest {
  private static final ClassName SCALAR = ClassName.get("loops", "ScalarLoops");
  private static final ClassName VECTOR = ClassName.get("loops", "VectorLoops");

  private static final List<Device> DEVICES =
      List.of(Device.cpu(1), Device.cpu(2), Device.cpu(7));

  @AfterAll
  static void close() {
    DEVICES.forEach(Device::close);
  }

  @Test
  void coversEveryForm() {
    List<LoopShape> shapes =
        loops(DataType.FLOAT32).values().stream().map(LoopWriterTest::shape).toList();
    assertTrue(shapes.stream().anyMatch(shape -> shape.innerReduced() && shape.shortRun()));
    assertTrue(
        shapes.stream().anyMatch(shape -> shape.innerReduced() && shape.hasReducedOuter()));
    assertTrue(
        shapes.stream().anyMatch(shape -> !shape.innerReduced() && shape.hasReducedOuter()));
    assertTrue(shapes.stream().anyMatch(shape -> shape.hasWholeBlocks() && shape.hasRest()));
    assertTrue(shapes.stream().anyMatch(shape -> !shape.hasRows()));
  }

  @ParameterizedTest
  @EnumSource(DataType.class)
  void sameBitsAndRightAndInBounds(DataType type) throws Exception {
    Map<String, Step> loops = loops(type);
    CompiledSources sources =
        CompiledSources.of(
            Map.of(
                "loops.ScalarLoops", source(SCALAR, loops, false),
                "loops.VectorLoops", source(VECTOR, loops, true)));
    List<Method> scalar = methods(sources.load("loops.ScalarLoops"), loops.size());
    List<Method> vector = methods(sources.load("loops.VectorLoops"), loops.size());
    int index = 0;
    for (Map.Entry<String, Step> loop : loops.entrySet()) {
      for (int n : new int[] {1, 3}) {
        check(loop.getKey(), loop.getValue(), n, scalar.get(index), vector.get(index));
      }
      index++;
    }
  }

  private static void check(String name, Step step, int n, Method scalar, Method vector)
      throws Exception {
    LoopCall call = (LoopCall) step.call();
    DataType type = step.output().type();
    Random random = new Random(n);
    List<GuardedArray> inputs = new ArrayList<>();
    Map<String, double[]> feeds = new HashMap<>();
    for (Value input : call.inputs()) {
      GuardedArray array = GuardedArray.random(type, size(input, n), random);
      inputs.add(array);
      feeds.put(((Variable) input.primitive()).name(), array.values());
    }
    double[] expected = Interpreter.evaluate(List.of(step.output()), n, feeds).get(step.output());
    GuardedArray first = run(scalar, DEVICES.getFirst(), n, inputs, GuardedArray.empty(type, expected.length));
    double tolerance = type == DataType.FLOAT32 ? 2e-5 : 1e-12;
    for (int i = 0; i < expected.length; i++) {
      // outside of a function's domain both are NaN or infinite
      double scale = Double.isFinite(expected[i]) ? Math.max(1, Math.abs(expected[i])) : 1;
      assertEquals(expected[i], first.values()[i], tolerance * scale, name + " at " + i);
    }
    for (Device device : DEVICES) {
      for (Method method : List.of(scalar, vector)) {
        GuardedArray again =
            run(method, device, n, inputs, GuardedArray.empty(type, expected.length));
        assertTrue(first.sameBits(again), name + " by " + method + " on " + device);
      }
    }
  }

  private static GuardedArray run(
      Method method, Device device, int n, List<GuardedArray> inputs, GuardedArray output) {
    device.run(
        worker -> {
          List<Object> arguments = new ArrayList<>(List.of(worker, n));
          for (GuardedArray input : inputs) {
            arguments.add(input.array());
            arguments.add(GuardedArray.START);
          }
          arguments.add(output.array());
          arguments.add(GuardedArray.START);
          try {
            method.invoke(null, arguments.toArray());
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.getName(), e);
          }
        });
    inputs.forEach(GuardedArray::requireUntouched);
    output.requireGuards();
    return output;
  }

  private static Map<String, Step> loops(DataType type) {
    Map<String, Step> loops = new LinkedHashMap<>();
    LoopCases.all(type)
        .forEach(
            (name, value) -> {
              Graph graph =
                  new Graph("test", List.of(), List.of(new Graph.Head("y", value, false)), List.of(), null);
              List<Step> steps = CpuLowering.lower(Fusion.fuse(TrainingGraph.forwardOnly(graph)));
              assertEquals(1, steps.size(), name);
              loops.put(name, steps.getFirst());
            });
    return loops;
  }

  private static LoopKernel kernel(Step step) {
    return ((LoopCall) step.call()).kernel();
  }

  private static LoopShape shape(Step step) {
    return new LoopShape(kernel(step));
  }

  private static String source(ClassName name, Map<String, Step> loops, boolean vector) {
    TypeSpec.Builder type = TypeSpec.classBuilder(name);
    int index = 0;
    for (Step step : loops.values()) {
      String method = "loop" + index++;
      type.addMethod(
          vector && shape(step).hasVectorForm()
              ? LoopWriter.vector(method, kernel(step), true)
              : LoopWriter.scalar(method, kernel(step), true, CodeBlock.of("")));
    }
    return JavaFile.builder(name.packageName(), type.build()).build().toString();
  }

  private static List<Method> methods(Class<?> type, int count) {
    Map<String, Method> byName = new HashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      method.setAccessible(true);
      byName.put(method.getName(), method);
    }
    List<Method> methods = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      methods.add(byName.get("loop" + i));
    }
    return methods;
  }

  private static int size(Value value, int n) {
    var size = value.shape().size();
    return (int) (size.batch() ? size.size() * n : size.size());
  }
}
