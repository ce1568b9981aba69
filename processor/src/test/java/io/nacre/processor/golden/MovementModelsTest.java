package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Layers that move elements of several inputs or to several outputs, with N on any axis, in both
/// precisions, for several N, whole and partial batches and numbers of threads: outputs and
/// gradients against their plain meaning.
class MovementModelsTest {
  /// The outputs of a case as pictures of all its inputs, which lie one after another in one array.
  private interface Meaning extends BiFunction<List<Picture>, Integer, List<Picture>> {}

  /// @param shapes the inputs `x0`, `x1`, ... as `@Variable` has them; `N` stands for the batch
  /// @param layers the model's layers; heads are marked
  private record Case(String name, List<String> shapes, String layers, Meaning meaning) {
    String source(String type, String dtype) {
      StringBuilder source = new StringBuilder("package moves;\n\n");
      source.append("import static io.nacre.annotations.Symbol.BATCH;\n\n");
      source.append("import io.nacre.annotations.*;\n\n@Model\npublic interface ");
      source.append(type).append(" {\n");
      for (int i = 0; i < shapes.size(); i++) {
        source.append("  @Variable(value = {").append(shapes.get(i).replace("N", "BATCH"));
        source.append("}, dtype = DataType.").append(dtype);
        source.append(", gradient = true) Symbol x").append(i).append("();\n");
      }
      return source.append(layers.indent(2)).append("}\n").toString();
    }

    List<List<Integer>> dims(int n) {
      return shapes.stream()
          .map(
              shape ->
                  Stream.of(shape.split(", "))
                      .map(dim -> dim.replace("2 * N", "" + 2 * n).replace("N", "" + n))
                      .map(Integer::valueOf)
                      .toList())
          .toList();
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(
              "ConcatOfThree",
              List.of("4, N, 1, 2", "4, N, 3, 2", "4, N, 2, 2"),
              "@Concat(axis = 2) Symbol y(Symbol x0, Symbol x1, Symbol x2);",
              (x, n) -> List.of(joined(x, 2))),
          new Case(
              "ConcatOfBatches",
              List.of("N, 3", "2 * N, 3"),
              "@Concat(axis = 0) Symbol y(Symbol x0, Symbol x1, @From(\"x0\") Symbol again);",
              (x, n) -> List.of(joined(List.of(x.get(0), x.get(1), x.get(0)), 0))),
          new Case(
              "StackOfTwo",
              List.of("3, N", "3, N"),
              "@Stack(axis = -1) Symbol y(Symbol x0, Symbol x1);",
              (x, n) -> List.of(joined(x.stream().map(p -> p.reshape(3, n, 1)).toList(), 2))),
          new Case(
              "ThreeParts",
              List.of("N, 6, 2"),
              """
              @SliceChannel(outputs = 3) Symbol parts(Symbol x0);
              @Output @Reverse(axis = 2) Symbol turned(@From(value = "parts", output = 2) Symbol p);
              @Output @Concat(axis = 2)
              Symbol y(@From(value = "parts", output = 1) Symbol q, Symbol parts);
              """,
              (x, n) ->
                  List.of(
                      x.get(0).pick(1, 4, 5).pick(2, 1, 0),
                      joined(List.of(x.get(0).pick(1, 2, 3), x.get(0).pick(1, 0, 1)), 2))),
          new Case(
              "StepsOfASequence",
              List.of("4, N, 3"),
              """
              @SliceChannel(outputs = 4, axis = 0, squeezeAxis = true) Symbol steps(Symbol x0);
              @Stack(axis = 1)
              Symbol y(
                  @From(value = "steps", output = 3) Symbol s3,
                  @From(value = "steps", output = 0) Symbol s0,
                  @From(value = "steps", output = 1) Symbol s1);
              """,
              (x, n) -> List.of(x.get(0).pick(0, 3, 0, 1).permute(1, 0, 2))),
          new Case(
              "AllPartsAreHeads",
              List.of("N, 4"),
              "@SliceChannel(outputs = 2, axis = -1) Symbol y(Symbol x0);",
              (x, n) -> List.of(x.get(0).pick(1, 0, 1), x.get(0).pick(1, 2, 3))),
          new Case(
              "HalvesOfTheBatch",
              List.of("3, 2 * N"),
              """
              @SliceAxis(axis = 1, begin = BATCH) Symbol high(Symbol x0);
              @SliceAxis(axis = 1, end = BATCH) Symbol low(Symbol x0);
              @Concat Symbol y(Symbol high, Symbol low);
              """,
              (x, n) ->
                  List.of(
                      x.get(0)
                          .pick(
                              1,
                              IntStream.range(0, 2 * n).map(i -> (i + n) % (2 * n)).toArray()))),
          new Case(
              "SliceLikeAnother",
              List.of("N, 5, 4", "N, 2, 3"),
              "@SliceLike Symbol y(Symbol x0, Symbol x1);",
              (x, n) -> List.of(x.get(0).pick(1, 0, 1).pick(2, 0, 1, 2))),
          new Case(
              "CropLikeAnother",
              List.of("N, 2, 6, 5", "1, 1, 3, 2"),
              "@Crop(centerCrop = true) Symbol y(Symbol x0, Symbol x1);",
              (x, n) -> List.of(x.get(0).pick(2, 1, 2, 3).pick(3, 1, 2))),
          new Case(
              "ReshapedLikeAnother",
              List.of("N, 12", "7, 3, 4"),
              "@ReshapeLike(lhsBegin = 1, rhsBegin = -2) Symbol y(Symbol x0, Symbol x1);",
              (x, n) -> List.of(x.get(0).reshape(n, 3, 4))),
          new Case(
              "StretchedLikeAnother",
              List.of("3, 1, 2", "3, N, 2"),
              "@BroadcastLike Symbol y(Symbol x0, Symbol x1);",
              (x, n) -> List.of(x.get(0).pick(1, new int[n]))),
          new Case(
              "StretchedToTheBatch",
              List.of("1, 3", "N, 3"),
              """
              @BroadcastTo(shape = {2 * BATCH, 0}) Symbol wide(Symbol x0);
              @Concat(axis = 0) Symbol y(Symbol wide, Symbol x1);
              """,
              (x, n) -> List.of(joined(List.of(x.get(0).pick(0, new int[2 * n]), x.get(1)), 0))),
          new Case(
              "TiledBatch",
              List.of("2, N"),
              "@Tile(reps = {2, 3}) Symbol y(Symbol x0);",
              (x, n) ->
                  List.of(
                      x.get(0)
                          .pick(0, 0, 1, 0, 1)
                          .pick(1, IntStream.range(0, 3 * n).map(i -> i % n).toArray()))),
          new Case(
              "RepeatedBatch",
              List.of("N, 2"),
              "@RepeatElements(repeats = 2, axis = 0) Symbol y(Symbol x0);",
              (x, n) ->
                  List.of(x.get(0).pick(0, IntStream.range(0, 2 * n).map(i -> i / 2).toArray()))),
          new Case(
              "BatchInTheMiddle",
              List.of("3, N, 4"),
              """
              @Transpose(axes = {1, 0, 2}) Symbol first(Symbol x0);
              @Reshape(shape = {-1, 2}) Symbol rows(Symbol first);
              @Reverse(axis = 0) Symbol y(Symbol rows);
              """,
              (x, n) ->
                  List.of(
                      x.get(0)
                          .permute(1, 0, 2)
                          .reshape(6 * n, 2)
                          .pick(0, IntStream.range(0, 6 * n).map(i -> 6 * n - 1 - i).toArray()))),
          new Case(
              "NearestOfTwoSizes",
              List.of("N, 2, 2, 3", "N, 1, 4, 2"),
              "@UpSampling(scale = 2) Symbol y(Symbol x0, Symbol x1);",
              (x, n) ->
                  List.of(
                      joined(
                          List.of(
                              x.get(0).pick(2, 0, 0, 1, 1).pick(3, 0, 0, 1, 1, 2, 2),
                              x.get(1).pick(3, 0, 0, 0, 1, 1, 1)),
                          1))));

  /// Pictures of one source, one after another along an axis.
  private static Picture joined(List<Picture> parts, int axis) {
    int[] dims = parts.getFirst().dims().clone();
    dims[axis] = parts.stream().mapToInt(part -> part.dims()[axis]).sum();
    int outer = product(dims, 0, axis);
    List<Integer> sources = new ArrayList<>();
    for (int i = 0; i < outer; i++) {
      for (Picture part : parts) {
        int run = part.sources().length / outer;
        for (int k = 0; k < run; k++) {
          sources.add(part.sources()[i * run + k]);
        }
      }
    }
    return new Picture(dims, sources.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int product(int[] dims, int from, int to) {
    return IntStream.range(from, to).map(axis -> dims[axis]).reduce(1, (a, b) -> a * b);
  }

  @TestFactory
  Stream<DynamicTest> agree() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Case each : CASES) {
      for (String dtype : List.of("FLOAT32", "FLOAT64")) {
        String type = each.name() + dtype;
        sources.put("moves." + type, each.source(type, dtype));
      }
    }
    ModelBatch batch = ModelBatch.compile(sources);
    return CASES.stream()
        .flatMap(
            each ->
                Stream.of("FLOAT32", "FLOAT64")
                    .map(
                        dtype ->
                            DynamicTest.dynamicTest(
                                each.name() + " " + dtype,
                                () -> check(each, batch.graph("moves." + each.name() + dtype)))));
  }

  private static void check(Case each, Class<?> type) {
    for (int threads : new int[] {1, 3}) {
      try (Device device = Device.cpu(threads)) {
        for (int bound : new int[] {1, 4, 7}) {
          try (BoundModel model = BoundModel.bind(type, device, OptionalInt.of(bound))) {
            check(each, model, bound);
            check(each, model, 1 + bound / 2);
          }
        }
      }
    }
  }

  private static void check(Case each, BoundModel model, int n) {
    Random random = new Random(n);
    Map<String, double[]> feeds = new HashMap<>();
    List<Picture> inputs = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int size = 0;
    for (List<Integer> dims : each.dims(n)) {
      Picture picture = Picture.of(dims);
      int start = size;
      starts.add(start);
      size += picture.sources().length;
      inputs.add(
          new Picture(
              picture.dims(), IntStream.of(picture.sources()).map(i -> i + start).toArray()));
    }
    double[] all = numbers(random, size);
    for (int i = 0; i < inputs.size(); i++) {
      feeds.put("x" + i, part(all, inputs.get(i)));
    }
    List<Picture> expected = each.meaning().apply(inputs, n);
    Map<String, double[]> outputs = model.forward(feeds);
    assertEquals(expected.size(), outputs.size());
    Map<String, double[]> headGradients = new HashMap<>();
    double[] dx = new double[size];
    int head = 0;
    for (Map.Entry<String, double[]> output : outputs.entrySet()) {
      Picture picture = expected.get(head++);
      assertClose(picture.apply(all, 0), output.getValue(), 0, output.getKey());
      double[] dy = numbers(random, picture.sources().length);
      headGradients.put(output.getKey(), dy);
      double[] share = picture.gradient(dy, size);
      IntStream.range(0, dx.length).forEach(i -> dx[i] += share[i]);
    }
    assertEquals(outputs.keySet(), model.infer(feeds).keySet());
    model.forward(feeds);
    model.backward(headGradients);
    for (int i = 0; i < inputs.size(); i++) {
      double[] gradient = model.gradients().get("x" + i);
      assertClose(part(dx, inputs.get(i)), gradient, 1e-6, "gradient of x" + i);
    }
  }

  private static double[] part(double[] all, Picture input) {
    return IntStream.of(input.sources()).mapToDouble(i -> all[i]).toArray();
  }

  /// Numbers that a float has too.
  private static double[] numbers(Random random, int size) {
    return random.ints(size, -1000, 1000).mapToDouble(i -> i / 64.0).toArray();
  }

  /// The sum of images of several sizes, and a bilinear interpolation by a trained weight, against
  /// a convolution that is written out.
  @Test
  void upSamplingThatComputes() {
    String source =
        """
        package moves;

        import io.nacre.annotations.*;

        @Model
        public interface Samplings {
          @Input(value = {2, 2, 3}, dtype = DataType.FLOAT64, gradient = true) Symbol x0();
          @Input(value = {2, 4, 2}, dtype = DataType.FLOAT64, gradient = true) Symbol x1();
          @Output @UpSampling(scale = 2, multiInputMode = MultiInputMode.SUM)
          Symbol sum(Symbol x0, Symbol x1);
          @Output @UpSampling(scale = 2, filters = 2, sampleType = SampleType.BILINEAR)
          Symbol twice(Symbol x0);
          @Output @UpSampling(scale = 3, filters = 2, sampleType = SampleType.BILINEAR)
          Symbol thrice(Symbol x0);
        }
        """;
    ModelBatch batch = ModelBatch.compile(Map.of("moves.Samplings", source));
    Class<?> type = batch.graph("moves.Samplings");
    try (BoundModel model = BoundModel.bind(type, Device.cpu(2), OptionalInt.of(2))) {
      Random random = new Random(3);
      Map<String, double[]> feeds =
          Map.of("x0", numbers(random, 2 * 2 * 6), "x1", numbers(random, 2 * 2 * 8));
      Map<String, double[]> weights =
          Map.of("twice_weight", numbers(random, 2 * 16), "thrice_weight", numbers(random, 2 * 25));
      model.setParameters(weights);
      Map<String, double[]> y = model.forward(feeds);
      assertClose(sum(feeds.get("x0"), feeds.get("x1")), y.get("sum_output"), 1e-12, "sum");
      for (int scale : new int[] {2, 3}) {
        String name = scale == 2 ? "twice" : "thrice";
        double[] expected = spread(feeds.get("x0"), weights.get(name + "_weight"), scale);
        assertClose(expected, y.get(name + "_output"), 1e-9, name);
      }
    }
  }

  private static double[] sum(double[] x0, double[] x1) {
    double[] sum = new double[2 * 2 * 4 * 6];
    for (int i = 0; i < sum.length; i++) {
      int plane = i / 24;
      int row = i / 6 % 4;
      int column = i % 6;
      sum[i] = x0[plane * 6 + row / 2 * 3 + column / 2] + x1[plane * 8 + row * 2 + column / 3];
    }
    return sum;
  }

  /// Every element of `x[4, 2, 3]` lays its kernel over the output, `scale` apart.
  private static double[] spread(double[] x, double[] weight, int scale) {
    int kernel = 2 * scale - scale % 2;
    int pad = (int) Math.ceil((scale - 1) / 2.0);
    int height = 2 * scale;
    int width = 3 * scale;
    double[] y = new double[4 * height * width];
    for (int i = 0; i < x.length; i++) {
      int plane = i / 6;
      for (int k = 0; k < kernel * kernel; k++) {
        int row = i / 3 % 2 * scale - pad + k / kernel;
        int column = i % 3 * scale - pad + k % kernel;
        if (row >= 0 && row < height && column >= 0 && column < width) {
          y[(plane * height + row) * width + column] +=
              x[i] * weight[plane % 2 * kernel * kernel + k];
        }
      }
    }
    return y;
  }
}
