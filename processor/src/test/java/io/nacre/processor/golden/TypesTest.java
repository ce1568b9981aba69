package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.DataType;
import io.nacre.runtime.Device;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Models of several element types give the numbers of models of one: whole numbers that are fed are
/// those numbers as floats, and float16 is float32 that is rounded wherever it is stored.
///
/// Long because each case is a pair of models, written out.
class TypesTest {
  private static final int N = 3;
  private static final List<String> TYPES =
      List.of("FLOAT32", "FLOAT64", "FLOAT16", "INT8", "UINT8", "INT32", "INT64");
  private static final ModelBatch MODELS = ModelBatch.compile(sources());

  private static Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    put(
        sources,
        "Photos",
        """
        @Input(value = {2, 4}, dtype = DataType.UINT8)  Symbol image();
        @Cast(DataType.FLOAT32)                         Symbol pixels(Symbol image);
        @DivScalar(255)                                 Symbol scaled(Symbol pixels);
        @FullyConnected(units = 5)                      Symbol fc(Symbol scaled);
        @Label(dtype = DataType.INT32)                  Symbol kind();
        @SoftmaxOutput                                  Symbol out(Symbol fc, @As("label") Symbol kind);
        """);
    put(
        sources,
        "PlainPhotos",
        """
        @Input({2, 4})              Symbol image();
        @DivScalar(255)             Symbol scaled(Symbol image);
        @FullyConnected(units = 5)  Symbol fc(Symbol scaled);
        @Label                      Symbol kind();
        @SoftmaxOutput              Symbol out(Symbol fc, @As("label") Symbol kind);
        """);
    for (String type : TYPES) {
      put(
          sources,
          "Lookups" + type,
          """
          @Input(value = 4, dtype = DataType.%s)    Symbol words();
          @Parameter                                Symbol w();
          @Embedding(inputDim = 7, outputDim = 3)   Symbol vectors(Symbol words, @Weight Symbol w);
          @Parameter({6, 2})                        Symbol table();
          @Take(mode = IndexMode.WRAP)              Symbol taken(Symbol table, Symbol words);
          @Input({4, 7})                            Symbol scores();
          @Pick                                     Symbol picked(Symbol scores, Symbol words);
          @OneHot(depth = 6)                        Symbol hot(Symbol words);
          @Where                                    Symbol chosen(Symbol words, Symbol picked, Symbol other);
          @Input(4)                                 Symbol other();
          @Output @Concat(axis = 2)                 Symbol all(Symbol vectors, Symbol taken, Symbol hot);
          @Output @Identity                         Symbol same(Symbol chosen);
          """
              .formatted(type));
      put(
          sources,
          "Moves" + type,
          """
          @Input(value = {3, 4}, dtype = DataType.%1$s)  Symbol x();
          @Transpose(axes = {0, 2, 1})                    Symbol turned(Symbol x);
          @SliceAxis(axis = 1, begin = 1, end = 4)       Symbol part(Symbol turned);
          @Reverse(axis = 2)                             Symbol back(Symbol part);
          @ExpandDims(axis = 1)                          Symbol wide(Symbol back);
          @Pad(mode = PadMode.CONSTANT, padWidth = {0, 0, 0, 0, 1, 0, 0, 2}, constantValue = 5)
          Symbol framed(Symbol wide);
          @Reshape(shape = {0, 4, 5})                    Symbol narrow(Symbol framed);
          @Tile(reps = {1, 1, 2})                       Symbol tiled(Symbol narrow);
          @Full(value = {1, 1, 10}, number = 9, dtype = DataType.%1$s)  Symbol nine();
          @BroadcastAxis(axis = 0, size = 3)             Symbol nines(Symbol nine);
          @Output @Concat(axis = 1)                      Symbol all(Symbol tiled, Symbol nines);
          """
              .formatted(type)
              .replace("@Input(value", "@Variable(value")
              .replace("{3, 4}", "{3, 3, 4}"));
      put(
          sources,
          "Sums" + type,
          """
          @Variable(value = {2, 6}, dtype = DataType.%1$s, gradient = true)  Symbol a();
          @Variable({2, 6})                    Symbol b();
          @Variable(value = {1, 6}, dtype = DataType.%1$s)  Symbol row();
          @Output @Plus                        Symbol plus(Symbol a, Symbol b);
          @Output @Minus                       Symbol minus(Symbol a, Symbol b);
          @Output @Times                       Symbol times(Symbol a, Symbol b);
          @Output @Maximum                     Symbol most(Symbol a, Symbol b);
          @Output @Minimum                     Symbol least(Symbol a, Symbol b);
          @Output @Greater                     Symbol more(Symbol a, Symbol b);
          @Output @LesserEqual                 Symbol less(Symbol a, Symbol b);
          @Output @LogicalAnd                  Symbol and(Symbol a, Symbol b);
          @Output @LogicalNot                  Symbol not(Symbol a);
          @Output @Negative                    Symbol negative(Symbol a);
          @Output @Abs                         Symbol abs(Symbol a);
          @Output @Sign                        Symbol sign(Symbol a);
          @Output @Square                      Symbol square(Symbol a);
          @Output @Relu                        Symbol relu(Symbol a);
          @Output @BroadcastMinus              Symbol moved(Symbol a, Symbol row);
          @Output @AddN                        Symbol three(Symbol a, Symbol b, Symbol plus);
          """
              .formatted(type));
      put(
          sources,
          "Makers" + type,
          """
          @Output @Zeros(value = {2, 3}, dtype = DataType.%1$s)                      Symbol zeros();
          @Output @Ones(value = {2}, dtype = DataType.%1$s)                          Symbol ones();
          @Output @Full(value = {2, 1}, number = 2.5, dtype = DataType.%1$s)         Symbol full();
          @Output @Arange(start = 1, stop = 10, step = 2.5, repeat = 2, dtype = DataType.%1$s)
          Symbol range();
          """
              .formatted(type));
    }
    put(
        sources,
        "Half",
        """
        @Input(value = 6, dtype = DataType.FLOAT16, gradient = true)  Symbol x();
        @FullyConnected(units = 5)                                    Symbol fc1(Symbol x);
        @Tanh                                                         Symbol act(Symbol fc1);
        @FullyConnected(units = 2)                                    Symbol fc2(Symbol act);
        @LinearRegressionOutput                                       Symbol out(Symbol fc2);
        """);
    put(
        sources,
        "RoundedHalf",
        """
        @Input(value = 6, gradient = true)          Symbol x();
        @Parameter                                  Symbol w1();
        @Parameter                                  Symbol b1();
        @Parameter                                  Symbol w2();
        @Parameter                                  Symbol b2();
        @FullyConnected(units = 5)     Symbol fc1(Symbol x, @Weight Symbol w1, @Bias Symbol b1);
        @Cast(DataType.FLOAT16)                     Symbol fc1Half(Symbol fc1);
        @Cast(DataType.FLOAT32)                     Symbol fc1Single(Symbol fc1Half);
        @Tanh                                       Symbol act(Symbol fc1Single);
        @Cast(DataType.FLOAT16)                     Symbol actHalf(Symbol act);
        @Cast(DataType.FLOAT32)                     Symbol actSingle(Symbol actHalf);
        @FullyConnected(units = 2)     Symbol fc2(Symbol actSingle, @Weight Symbol w2, @Bias Symbol b2);
        @Cast(DataType.FLOAT16)                     Symbol fc2Half(Symbol fc2);
        @Cast(DataType.FLOAT32)                     Symbol fc2Single(Symbol fc2Half);
        @LinearRegressionOutput                     Symbol loss(Symbol fc2Single);
        @Cast(DataType.FLOAT16)                     Symbol out(Symbol loss);
        """);
    put(
        sources,
        "HalfNorm",
        """
        @Input(value = 4, dtype = DataType.FLOAT16)  Symbol x();
        @BatchNorm                                   Symbol bn(Symbol x);
        """);
    put(
        sources,
        "ThereAndBack",
        """
        @Input(value = 3, gradient = true)  Symbol x();
        @Cast(DataType.INT32)               Symbol whole(Symbol x);
        @Cast(DataType.FLOAT64)             Symbol wide(Symbol whole);
        @Output @TimesScalar(1.75)          Symbol y(Symbol wide);
        @Output @Cast(DataType.FLOAT32)     Symbol z(Symbol whole);
        """);
    put(
        sources,
        "Shifted",
        """
        @Input(value = 3, dtype = DataType.FLOAT64)  Symbol x();
        @Full(number = 0.5)                          Symbol half();
        @Plus                                        Symbol y(Symbol x, Symbol half);
        """);
    return sources;
  }

  @Test
  void whatIsMadeTakesItsShapeAndTypeFromItsUse() {
    try (BoundModel model = bind("Shifted")) {
      assertArrayEquals(
          new double[] {1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5},
          model.infer(Map.of("x", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9})).get("y_output"));
      assertEquals(DataType.FLOAT64, model.graph().spec().dataType("half"));
    }
  }

  /// What MXNet needs to know of types is in the file: it infers none where an operator has a dtype.
  @Test
  void typesAreWrittenForMxnet() throws ReflectiveOperationException {
    String photos = (String) MODELS.graph("types.Photos").getMethod("toJson").invoke(null);
    assertTrue(photos.contains("\"__dtype__\": \"3\""), photos);
    assertTrue(photos.contains("\"__dtype__\": \"4\""), photos);
    assertTrue(photos.contains("{\"dtype\": \"float32\"}"), photos);
    String shifted = (String) MODELS.graph("types.Shifted").getMethod("toJson").invoke(null);
    assertTrue(shifted.contains("\"dtype\": \"float64\""), shifted);
    String made = (String) MODELS.graph("types.MakersINT8").getMethod("toJson").invoke(null);
    assertEquals(4, made.split("\"dtype\": \"int8\"", -1).length - 1, made);
  }

  private static void put(Map<String, String> sources, String name, String body) {
    sources.put(
        "types." + name,
        "package types;\nimport io.nacre.annotations.*;\n@Model\npublic interface %s {\n%s}\n"
            .formatted(name, body));
  }

  private static BoundModel bind(String name) {
    Class<?> graph = MODELS.graph("types." + name);
    boolean symbolic =
        Arrays.stream(graph.getMethods())
            .anyMatch(method -> method.getName().equals("bind") && method.getParameterCount() == 2);
    return BoundModel.bind(
        graph, Device.cpu(3), symbolic ? OptionalInt.of(N) : OptionalInt.empty());
  }

  private static double[] random(int length, long seed) {
    return new Random(seed).doubles(length, -1, 1).map(x -> (float) x).toArray();
  }

  private static double[] whole(int length, int from, int to, long seed) {
    return new Random(seed).ints(length, from, to).asDoubleStream().toArray();
  }

  private static void assertSame(Map<String, double[]> expected, Map<String, double[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, array) -> assertArrayEquals(array, actual.get(name), name));
  }

  @Test
  void wholeNumbersAreFed() {
    Map<String, double[]> feeds =
        Map.of("image", whole(N * 8, 0, 256, 1), "kind", new double[] {4, 0, 2});
    Map<String, double[]> weights =
        Map.of("fc_weight", random(40, 2), "fc_bias", random(5, 3));
    try (BoundModel bytes = bind("Photos");
        BoundModel plain = bind("PlainPhotos")) {
      for (BoundModel model : List.of(bytes, plain)) {
        model.setParameters(weights);
      }
      assertSame(plain.forward(feeds), bytes.forward(feeds));
      plain.backward(Map.of());
      bytes.backward(Map.of());
      assertSame(plain.gradients(), bytes.gradients());
      assertSame(plain.infer(feeds), bytes.infer(feeds));
      assertEquals(DataType.UINT8, bytes.graph().spec().dataType("image"));
      assertEquals(DataType.INT32, bytes.graph().spec().dataType("kind"));
      assertEquals(DataType.FLOAT32, bytes.graph().spec().dataType("pixels"));
    }
  }

  @Test
  void indicesOfEveryType() {
    Map<String, double[]> feeds = new LinkedHashMap<>();
    feeds.put("words", whole(N * 4, 0, 7, 5));
    feeds.put("scores", random(N * 28, 6));
    feeds.put("other", random(N * 4, 7));
    Map<String, double[]> weights = Map.of("w", random(21, 8), "table", random(12, 9));
    Map<String, double[]> headGradients =
        Map.of("all_output", random(N * 4 * 11, 10), "same_output", random(N * 4, 11));
    try (BoundModel plain = bind("LookupsFLOAT32")) {
      plain.setParameters(weights);
      Map<String, double[]> expected = plain.forward(feeds);
      plain.backward(headGradients);
      for (String type : TYPES) {
        try (BoundModel model = bind("Lookups" + type)) {
          model.setParameters(weights);
          assertSame(expected, model.forward(feeds));
          model.backward(headGradients);
          assertSame(plain.gradients(), model.gradients());
          assertSame(expected, model.infer(feeds));
        }
      }
    }
  }

  @Test
  void everyTypeIsMoved() {
    double[] x = whole(36, 0, 100, 4);
    try (BoundModel plain = bind("MovesFLOAT64")) {
      double[] expected = plain.infer(Map.of("x", x)).get("all_output");
      assertEquals(3 * 5 * 10, expected.length);
      for (String type : TYPES) {
        try (BoundModel model = bind("Moves" + type)) {
          assertArrayEquals(expected, model.infer(Map.of("x", x)).get("all_output"), type);
          assertEquals(type, model.graph().spec().heads().getFirst().dataType().name());
        }
      }
    }
  }

  /// What does not fit wraps around, as Java's casts cut it.
  @Test
  void simpleArithmeticOfEveryType() {
    for (String type : TYPES) {
      DataType dataType = DataType.valueOf(type);
      boolean unsigned = dataType == DataType.UINT8;
      double[] a =
          fitted(dataType, unsigned ? 0 : -100, 5, 0, 100, 60, unsigned ? 9 : -9, 1, 2, 3, 127, 0, 7);
      double[] b =
          fitted(dataType, 3, unsigned ? 200 : -100, 0, 100, 61, 9, 1, 3, 2, 127, 8, unsigned ? 1 : -7);
      double[] row = {1, 2, 3, 4, 5, 120};
      try (BoundModel model = bind("Sums" + type)) {
        Map<String, double[]> y = model.forward(Map.of("a", a, "b", b, "row", row));
        Map<String, double[]> dy = new LinkedHashMap<>();
        y.forEach((name, array) -> dy.put(name, new double[12]));
        for (int i = 0; i < 12; i++) {
          Map<String, Double> expected = new LinkedHashMap<>();
          expected.put("plus", a[i] + b[i]);
          expected.put("minus", a[i] - b[i]);
          expected.put("times", a[i] * b[i]);
          expected.put("most", Math.max(a[i], b[i]));
          expected.put("least", Math.min(a[i], b[i]));
          expected.put("more", a[i] > b[i] ? 1.0 : 0);
          expected.put("less", a[i] <= b[i] ? 1.0 : 0);
          expected.put("and", a[i] != 0 && b[i] != 0 ? 1.0 : 0);
          expected.put("not", a[i] == 0 ? 1.0 : 0);
          expected.put("negative", -a[i]);
          expected.put("abs", Math.abs(a[i]));
          expected.put("sign", Math.signum(a[i]));
          expected.put("square", a[i] * a[i]);
          expected.put("relu", Math.max(a[i], 0));
          expected.put("moved", a[i] - row[i % 6]);
          expected.put("three", 2 * (a[i] + b[i]));
          for (Map.Entry<String, Double> each : expected.entrySet()) {
            // no difference between 0 and -0
            assertEquals(
                fitted(dataType, each.getValue())[0] + 0.0,
                y.get(each.getKey() + "_output")[i] + 0.0,
                type + " " + each.getKey() + " at " + i);
          }
          dy.get("times_output")[i] = 2;
          dy.get("moved_output")[i] = 1;
        }
        model.backward(dy);
        double[] dx = new double[12];
        for (int i = 0; i < 12; i++) {
          dx[i] = fitted(dataType, 2 * b[i] + 1)[0];
        }
        assertArrayEquals(dx, model.gradients().get("a"), type);
      }
    }
  }

  private static double[] fitted(DataType type, double... numbers) {
    return Tensor.of(numbers, numbers.length).cast(type).toDoubles();
  }

  @Test
  void everyTypeIsMade() {
    for (String type : TYPES) {
      boolean fractions = type.startsWith("FLOAT");
      try (BoundModel model = bind("Makers" + type)) {
        Map<String, double[]> made = model.infer(Map.of());
        assertArrayEquals(new double[6], made.get("zeros_output"), type);
        assertArrayEquals(new double[] {1, 1}, made.get("ones_output"), type);
        double full = fractions ? 2.5 : 2;
        assertArrayEquals(new double[] {full, full}, made.get("full_output"), type);
        assertArrayEquals(
            fractions
                ? new double[] {1, 1, 3.5, 3.5, 6, 6, 8.5, 8.5}
                : new double[] {1, 1, 3, 3, 6, 6, 8, 8},
            made.get("range_output"),
            type);
      }
    }
  }

  @Test
  void float16IsFloat32ThatIsRounded() {
    Map<String, double[]> feeds = Map.of("x", halves(N * 6, 1), "out_label", halves(N * 2, 2));
    Map<String, double[]> plainFeeds =
        Map.of("x", feeds.get("x"), "loss_label", feeds.get("out_label"));
    List<double[]> weights = List.of(halves(30, 3), halves(5, 4), halves(10, 5), halves(2, 6));
    try (BoundModel half = bind("Half");
        BoundModel plain = bind("RoundedHalf")) {
      List<String> names = List.of("fc1_weight", "fc1_bias", "fc2_weight", "fc2_bias");
      List<String> plainNames = List.of("w1", "b1", "w2", "b2");
      Map<String, double[]> values = new LinkedHashMap<>();
      for (int i = 0; i < 4; i++) {
        values.put(names.get(i), weights.get(i));
        values.put(plainNames.get(i), weights.get(i));
      }
      half.setParameters(values);
      plain.setParameters(values);
      assertSame(plain.forward(plainFeeds), half.forward(feeds));
      half.backward(Map.of());
      plain.backward(Map.of("out_output", new double[N * 2]));
      Map<String, double[]> expected = plain.gradients();
      Map<String, double[]> actual = half.gradients();
      assertArrayEquals(rounded(expected.get("x")), actual.get("x"));
      for (int i = 0; i < 4; i++) {
        assertArrayEquals(
            rounded(expected.get(plainNames.get(i))), actual.get(names.get(i)), names.get(i));
      }
      half.graph()
          .spec()
          .argumentTypes()
          .forEach((name, type) -> assertEquals(DataType.FLOAT16, type, name));
      update(half, names);
    }
  }

  /// An update is computed in float32 and rounded.
  private static void update(BoundModel half, List<String> names) {
    Map<String, double[]> expected = new LinkedHashMap<>();
    CompiledGraph graph = half.graph();
    for (String name : names) {
      Tensor value = graph.parameters().get(name).value();
      Tensor gradient = graph.parameters().get(name).gradient();
      double[] stepped = new double[value.size()];
      for (int i = 0; i < stepped.length; i++) {
        float w = value.toFloats()[i];
        stepped[i] = w - 0.5f * gradient.toFloats()[i];
      }
      expected.put(name, rounded(stepped));
    }
    new Sgd(0.5).rescaleGradient(1).update(graph);
    expected.forEach(
        (name, numbers) ->
            assertArrayEquals(
                numbers, graph.parameters().get(name).value().toDoubles(), 2e-3, name));
  }

  private static double[] halves(int length, long seed) {
    return rounded(random(length, seed));
  }

  private static double[] rounded(double[] numbers) {
    return Tensor.of(numbers, numbers.length).cast(DataType.FLOAT16).toDoubles();
  }

  @Test
  void statisticsBesideFloat16AreFloat32() {
    try (BoundModel model = bind("HalfNorm")) {
      var spec = model.graph().spec();
      assertEquals(
          Map.of(
              "x", DataType.FLOAT16, "bn_gamma", DataType.FLOAT32, "bn_beta", DataType.FLOAT32),
          spec.argumentTypes());
      assertEquals(List.of(DataType.FLOAT16), List.copyOf(spec.outputTypes().values()));
      assertEquals(
          List.of(DataType.FLOAT32, DataType.FLOAT32), List.copyOf(spec.auxiliaryTypes().values()));
      model.setParameters(
          Map.of("bn_gamma", new double[] {1, 1, 1, 1}, "bn_beta", new double[] {0, 1, 2, 3}));
      double[] x = halves(N * 4, 12);
      double[] y = model.forward(Map.of("x", x)).get("bn_output");
      for (int c = 0; c < 4; c++) {
        double mean = (x[c] + x[c + 4] + x[c + 8]) / 3;
        double variance = 0;
        for (int n = 0; n < N; n++) {
          variance += (x[c + 4 * n] - mean) * (x[c + 4 * n] - mean) / 3;
        }
        for (int n = 0; n < N; n++) {
          double expected = (x[c + 4 * n] - mean) / Math.sqrt(variance + 1e-3) + c;
          assertEquals(expected, y[c + 4 * n], 2e-3);
        }
      }
    }
  }

  /// As in MXNet, whose `Cast` hands the gradient back in the type of its input.
  @Test
  void gradientsThroughWholeNumbersHaveNoFractions() {
    try (BoundModel model = bind("ThereAndBack")) {
      double[] x = {1.9, -1.9, 3, 0, 7.5, -0.5, 2, 2, 2};
      Map<String, double[]> y = model.forward(Map.of("x", x));
      double[] whole = {1, -1, 3, 0, 7, 0, 2, 2, 2};
      assertArrayEquals(whole, y.get("z_output"));
      double[] dy = {1, 1, 1, 2, 2, 2, 4, 4, 4};
      double[] dz = {0, 0.9, 1, 0, 0, 0, -3, 3, 100};
      model.backward(Map.of("y_output", dy, "z_output", dz));
      // 1.75 dy and dz are cut off before they are added
      double[] dx = {1, 1, 2, 3, 3, 3, 4, 10, 107};
      assertArrayEquals(dx, model.gradients().get("x"));
    }
  }

  @Test
  void numbersThatATypeDoesNotHave() {
    try (BoundModel model = bind("Photos")) {
      double[] image = whole(N * 8, 0, 256, 1);
      image[5] = 256;
      Map<String, double[]> feeds = Map.of("image", image, "kind", new double[N]);
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> model.forward(feeds));
      assertEquals(
          "image: value 5 is 256.0, but uint8 has whole numbers from 0 to 255", e.getMessage());
      image[5] = 0.5;
      assertThrows(IllegalArgumentException.class, () -> model.forward(feeds));
    }
  }

  @Test
  void digitsBeyondWhatADoubleHas() throws ReflectiveOperationException {
    Class<?> graph = MODELS.graph("types.MovesINT64");
    long[] x = new Random(3).longs(36).toArray();
    Class<?> role =
        Arrays.stream(graph.getDeclaredClasses())
            .filter(type -> type.getSimpleName().equals("X"))
            .findFirst()
            .orElseThrow();
    try (BoundModel model = bind("MovesINT64")) {
      Object heads =
          graph.getMethod("infer", role).invoke(model.graph(), role.getMethod("of", long[].class).invoke(null, x));
      Tensor all = (Tensor) heads.getClass().getMethod("all").invoke(heads);
      // all[n, 1 + i, j] = x[n, 2 - j, 1 + i]
      for (int n = 0; n < 3; n++) {
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 3; j++) {
            assertEquals(x[n * 12 + (2 - j) * 4 + 1 + i], all.getLong(n, 1 + i, j));
          }
        }
      }
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
