package io.nacre.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.CompiledSources;
import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Interpreter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.lower.Call.LoopCall;
import io.nacre.processor.lower.CpuLowering;
import io.nacre.processor.lower.Step;
import io.nacre.processor.optimise.Fusion;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Loops that cast: every type to every other, and casts around arithmetic. They agree with the casts
/// of tensors and with the interpreter, for any number of workers, and touch nothing beside their
/// output.
class CastLoopsTest {
  private static final int LENGTH = 37;
  private static final int START = 5;
  private static final Shape SHAPE = Shape.of(Dim.N, Dim.of(LENGTH));
  private static final ClassName LOOPS = ClassName.get("loops", "CastLoops");
  private static final List<Device> DEVICES =
      List.of(Device.cpu(1), Device.cpu(2), Device.cpu(7));

  /// What casts may stumble over: signs, ties, the ends of ranges, and what is beyond them.
  private static final double[] AWKWARD = {
    0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 127, 128, -128, -129, 255, 256, 300, -300, 2047, 2048,
    2049, 2051, 65504, 65519, 65520, 1e-7, 6e-8, 3e-8, 16777217, 2147483647, -2147483648.0, 2147483648.0,
    4e9, -4e9, 1e15 + 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  private final Map<String, Value> cases = new LinkedHashMap<>();

  @AfterAll
  static void close() {
    DEVICES.forEach(Device::close);
  }

  @Test
  void everyTypeToEveryOther() throws Exception {
    for (DataType from : DataType.values()) {
      for (DataType to : DataType.values()) {
        if (from != to) {
          Emitter e = new Emitter();
          cases.put(from + " to " + to, e.cast(variable(e, 0, from), to));
        }
      }
    }
    assertEquals(42, cases.size());
    checkAll();
  }

  @Test
  void aroundArithmetic() throws Exception {
    for (DataType type : DataType.values()) {
      Emitter e = new Emitter();
      Value x = variable(e, 0, type);
      Value a = e.cast(x, DataType.FLOAT32);
      Value b = e.cast(variable(e, 1, DataType.FLOAT64), DataType.FLOAT32);
      Value largest = e.pointwise(PointwiseFunction.MAXIMUM, e.negate(a), b);
      cases.put("largest of " + type, e.cast(largest, type));
      Emitter copying = new Emitter();
      cases.put(
          "copy of " + type,
          copying.pointwise(PointwiseFunction.IDENTITY, variable(copying, 0, type)));
      Emitter filling = new Emitter();
      cases.put(
          "fill of " + type,
          filling.cast(
              filling.constant(-7, variable(filling, 0, DataType.FLOAT32)), type));
      if (!type.isFloat()) {
        Emitter adding = new Emitter();
        cases.put(
            "sum of " + type, adding.add(variable(adding, 0, type), variable(adding, 1, type)));
      }
    }
    Emitter half = new Emitter();
    Value rounded = half.cast(variable(half, 0, DataType.FLOAT32), DataType.FLOAT16);
    cases.put("rounded", half.cast(rounded, DataType.FLOAT32));
    checkAll();
  }

  private static Value variable(Emitter e, int number, DataType type) {
    return e.emit(new Variable("x" + number, Variable.Role.INPUT, SHAPE, type));
  }

  private void checkAll() throws Exception {
    TypeSpec.Builder type = TypeSpec.classBuilder(LOOPS);
    Map<String, Step> steps = new LinkedHashMap<>();
    cases.forEach(
        (name, value) -> {
          Graph graph =
              new Graph(
                  "test", List.of(), List.of(new Graph.Head("y", value, false)), List.of(), null);
          List<Step> lowered = CpuLowering.lower(Fusion.fuse(TrainingGraph.forwardOnly(graph)));
          assertEquals(1, lowered.size(), name);
          LoopCall call = (LoopCall) lowered.getFirst().call();
          boolean uniform = value.type().hasKernels() && !name.contains(" to ")
              && !name.startsWith("largest") && !name.equals("rounded");
          assertEquals(uniform, new LoopShape(call.kernel(), OptionalInt.empty()).hasVectorForm(), name);
          type.addMethod(
              LoopWriter.scalar(
                  new LoopMethod("loop" + steps.size(), call.kernel(), OptionalInt.empty()),
                  true,
                  CodeBlock.of("")));
          steps.put(name, lowered.getFirst());
        });
    String source = JavaFile.builder("loops", type.build()).build().toString();
    Class<?> loops = CompiledSources.of(Map.of("loops.CastLoops", source)).load("loops.CastLoops");
    int index = 0;
    for (Map.Entry<String, Step> step : steps.entrySet()) {
      String name = "loop" + index++;
      Method loop =
          java.util.Arrays.stream(loops.getDeclaredMethods())
              .filter(method -> method.getName().equals(name))
              .findFirst()
              .orElseThrow();
      loop.setAccessible(true);
      check(step.getKey(), step.getValue(), loop);
    }
  }

  private static void check(String name, Step step, Method loop) {
    Random random = new Random(3);
    List<Value> inputs = ((LoopCall) step.call()).inputs();
    List<Tensor> tensors = new ArrayList<>();
    Map<String, double[]> feeds = new LinkedHashMap<>();
    int n = 2;
    for (Value input : inputs) {
      double[] numbers = random.doubles(n * LENGTH, -400, 400).toArray();
      if (!name.startsWith("sum of")) {
        System.arraycopy(AWKWARD, 0, numbers, 20, AWKWARD.length);
      }
      Tensor tensor =
          Tensor.of(numbers, n, LENGTH).cast(io.nacre.runtime.DataType.valueOf(input.type().name()));
      tensors.add(tensor);
      feeds.put(((Variable) input.primitive()).name(), tensor.toDoubles());
    }
    Value output = step.output();
    double[] expected = Interpreter.evaluate(List.of(output), n, feeds).get(output);
    for (Device device : DEVICES) {
      Object y = guarded(output.type(), n * LENGTH);
      device.run(worker -> invoke(loop, worker, n, inputs, tensors, y));
      for (int i = 0; i < Array.getLength(y); i++) {
        boolean inside = i >= START && i < START + n * LENGTH;
        double actual = number(output.type(), y, i);
        assertEquals(
            inside ? rounded(output.type(), expected[i - START]) : 77,
            actual,
            name + " at " + (i - START) + " on " + device);
      }
      if (inputs.size() == 1 && name.contains(" to ")) {
        Tensor cast =
            tensors.getFirst().cast(io.nacre.runtime.DataType.valueOf(output.type().name()));
        for (int i = 0; i < n * LENGTH; i++) {
          double at = number(output.type(), y, START + i);
          assertEquals(cast.toDoubles()[i], at, name + " of tensors");
        }
      }
    }
  }

  /// The interpreter computes in doubles.
  private static double rounded(DataType type, double number) {
    return switch (type) {
      case FLOAT32 -> (float) number;
      case INT8 -> (byte) number;
      case UINT8 -> (int) number & 0xff;
      case INT32 -> (int) (long) number;
      case FLOAT64, FLOAT16, INT64 -> number;
    };
  }

  private static void invoke(
      Method loop, Object worker, int n, List<Value> inputs, List<Tensor> tensors, Object y) {
    List<Object> arguments = new ArrayList<>(List.of(worker, n));
    for (int i = 0; i < inputs.size(); i++) {
      Object array = guarded(inputs.get(i).type(), n * LENGTH);
      for (int at = 0; at < n * LENGTH; at++) {
        set(inputs.get(i).type(), array, START + at, tensors.get(i), at);
      }
      arguments.add(array);
      arguments.add(START);
    }
    arguments.add(y);
    arguments.add(START);
    try {
      loop.invoke(null, arguments.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(loop.getName(), e);
    }
  }

  private static Object guarded(DataType type, int length) {
    Object array =
        switch (type) {
          case FLOAT32 -> new float[length + 2 * START];
          case FLOAT64 -> new double[length + 2 * START];
          case FLOAT16 -> new short[length + 2 * START];
          case INT8, UINT8 -> new byte[length + 2 * START];
          case INT32 -> new int[length + 2 * START];
          case INT64 -> new long[length + 2 * START];
        };
    Tensor guard = Tensor.of(new double[] {77}, 1);
    for (int i = 0; i < Array.getLength(array); i++) {
      set(type, array, i, guard, 0);
    }
    return array;
  }

  private static void set(DataType type, Object array, int at, Tensor tensor, int from) {
    switch (type) {
      case FLOAT32 -> Array.setFloat(array, at, tensor.toFloats()[from]);
      case FLOAT64 -> Array.setDouble(array, at, tensor.toDoubles()[from]);
      case FLOAT16 ->
          Array.setShort(array, at, Float.floatToFloat16(tensor.toFloats()[from]));
      case INT8, UINT8 -> Array.setByte(array, at, (byte) tensor.toInts()[from]);
      case INT32 -> Array.setInt(array, at, tensor.toInts()[from]);
      case INT64 -> Array.setLong(array, at, tensor.toLongs()[from]);
    }
  }

  private static double number(DataType type, Object array, int at) {
    return switch (type) {
      case FLOAT32 -> Array.getFloat(array, at);
      case FLOAT64 -> Array.getDouble(array, at);
      case FLOAT16 -> Float.float16ToFloat(Array.getShort(array, at));
      case INT8 -> Array.getByte(array, at);
      case UINT8 -> Array.getByte(array, at) & 0xff;
      case INT32 -> Array.getInt(array, at);
      case INT64 -> Array.getLong(array, at);
    };
  }

  @Test
  void aCastStaysAwayFromWhatVectorsDoFaster() {
    Emitter e = new Emitter();
    Value x = e.cast(variable(e, 0, DataType.FLOAT16), DataType.FLOAT32);
    Value y = e.cast(e.pointwise(PointwiseFunction.TANH, x), DataType.FLOAT16);
    Graph graph =
        new Graph("test", List.of(), List.of(new Graph.Head("y", y, false)), List.of(), null);
    List<Step> steps = CpuLowering.lower(Fusion.fuse(TrainingGraph.forwardOnly(graph)));
    assertEquals(3, steps.size());
    assertFalse(shape(steps.get(0)).hasVectorForm());
    assertTrue(shape(steps.get(1)).hasVectorForm());
  }

  private static LoopShape shape(Step step) {
    return new LoopShape(((LoopCall) step.call()).kernel(), OptionalInt.empty());
  }
}
