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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
  @EnumSource(value = DataType.class, names = {"FLOAT32", "FLOAT64"})
  void sameBitsAndRightAndInBounds(DataType type) throws Exception {
    Map<String, Step> loops = loops(type);
    CompiledSources sources =
        CompiledSources.of(
            Map.of(
                "loops.ScalarLoops", source(SCALAR, loops, false),
                "loops.VectorLoops", source(VECTOR, loops, true)));
    Class<?> scalar = sources.load("loops.ScalarLoops");
    Class<?> vector = sources.load("loops.VectorLoops");
    for (Map.Entry<String, Step> loop : loops.entrySet()) {
      List<Variant> variants = new ArrayList<>();
      for (LoopMethod method : variants(loops, loop.getValue())) {
        variants.add(Variant.of(scalar, method));
        variants.add(Variant.of(vector, method));
      }
      for (int n : new int[] {1, 3}) {
        check(loop.getKey(), loop.getValue(), n, variants);
      }
    }
  }

  /// One of the methods that run a loop.
  private record Variant(Method method, OptionalInt size) {
    static Variant of(Class<?> type, LoopMethod loop) {
      Method method =
          Arrays.stream(type.getDeclaredMethods())
              .filter(each -> each.getName().equals(loop.name()))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return new Variant(
          method,
          loop.open().isPresent()
              ? OptionalInt.of((int) loop.size(loop.kernel()))
              : OptionalInt.empty());
    }
  }

  private static void check(String name, Step step, int n, List<Variant> variants)
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
    GuardedArray empty = GuardedArray.empty(type, expected.length);
    GuardedArray first = run(variants.getFirst(), DEVICES.getFirst(), n, inputs, empty);
    double tolerance = type == DataType.FLOAT32 ? 2e-5 : 1e-12;
    for (int i = 0; i < expected.length; i++) {
      // outside of a function's domain both are NaN or infinite
      double scale = Double.isFinite(expected[i]) ? Math.max(1, Math.abs(expected[i])) : 1;
      assertEquals(expected[i], first.values()[i], tolerance * scale, name + " at " + i);
    }
    for (Device device : DEVICES) {
      for (Variant variant : variants) {
        GuardedArray again =
            run(variant, device, n, inputs, GuardedArray.empty(type, expected.length));
        assertTrue(first.sameBits(again), name + " by " + variant + " on " + device);
      }
    }
  }

  private static GuardedArray run(
      Variant variant, Device device, int n, List<GuardedArray> inputs, GuardedArray output) {
    device.run(
        worker -> {
          List<Object> arguments = new ArrayList<>(List.of(worker, n));
          variant.size().ifPresent(arguments::add);
          for (GuardedArray input : inputs) {
            arguments.add(input.array());
            arguments.add(GuardedArray.START);
          }
          arguments.add(output.array());
          arguments.add(GuardedArray.START);
          try {
            variant.method().invoke(null, arguments.toArray());
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(variant.toString(), e);
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
    return new LoopShape(kernel(step), OptionalInt.empty());
  }

  private static String source(ClassName name, Map<String, Step> loops, boolean vector) {
    TypeSpec.Builder type = TypeSpec.classBuilder(name);
    for (Step step : loops.values()) {
      for (LoopMethod method : variants(loops, step)) {
        type.addMethod(
            vector && shape(step).hasVectorForm()
                ? LoopWriter.vector(method, true)
                : LoopWriter.scalar(method, true, CodeBlock.of("")));
      }
    }
    return JavaFile.builder(name.packageName(), type.build()).build().toString();
  }

  /// The loop with all sizes written out, and with the size of each axis as an argument.
  private static List<LoopMethod> variants(Map<String, Step> loops, Step step) {
    String name = "loop" + List.copyOf(loops.values()).indexOf(step);
    LoopKernel kernel = kernel(step);
    List<LoopMethod> methods = new ArrayList<>();
    methods.add(new LoopMethod(name, kernel, OptionalInt.empty()));
    for (int axis = 0; axis < kernel.axes().size(); axis++) {
      if (LoopSharing.mayBeOpen(kernel, axis)) {
        methods.add(new LoopMethod(name + "_open" + axis, kernel, OptionalInt.of(axis)));
      }
    }
    return methods;
  }

  private static int size(Value value, int n) {
    var size = value.shape().size();
    return (int) (size.batch() ? size.size() * n : size.size());
  }
}
