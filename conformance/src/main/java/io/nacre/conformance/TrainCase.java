package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.FormulaWeights;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.SymbolJson;
import io.nacre.processor.golden.UnsupportedOperator;
import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Optimizer;
import io.nacre.runtime.Parameter;
import io.nacre.runtime.data.IdxFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Training steps on Fashion-MNIST: the loss of each, parameters after the first and the last, moving
/// averages, and hits on test images.
///
/// Rounding grows from step to step, so ten losses are compared closely and the rest to 5 %. In a deep
/// network with batch normalization it grows tenfold in each of the first steps, so that already float32
/// and float64 part ways: there one loss is compared closely, the next to 0.1 %, each of the rest to 20 %,
/// and their mean to 5 %.
final class TrainCase implements Case {
  private static final int CLASSES = 10;
  private static final int IMAGE = 28;
  private static final int CLOSE_STEPS = 10;
  private static final double FAR = 0.05;
  private static final double CLOSE_OF_DEEP = 1e-3;
  private static final double FAR_OF_DEEP = 0.2;
  private static final double FAR_STATES_OF_DEEP = 0.3;

  private final Path root;
  private final String name;
  private final Device device;

  TrainCase(Path root, String name, Device device) {
    this.root = root;
    this.name = name;
    this.device = device;
  }

  @Override
  public String name() {
    return name;
  }

  private String type() {
    return ImportedModel.typeName(name);
  }

  private JsonNode golden() {
    return Json.read(root.resolve(name).resolve("case.json"));
  }

  @Override
  public Map<String, String> models() {
    Path file = root.resolve(name).resolve("symbol.json");
    SymbolJson symbol = SymbolJson.of(Json.read(file));
    ImportedModel.requireOperators(symbol);
    optimizer(golden());
    String data =
        sampleShape(golden(), symbol).stream().map(String::valueOf).collect(Collectors.joining(", "));
    return Map.of(
        "conformance." + type(),
        ImportedModel.source(type(), file, List.of("@Input({" + data + "}) Symbol data();")));
  }

  /// One channel or three, or one row for a network that begins with a fully connected layer.
  private static List<Integer> sampleShape(JsonNode golden, SymbolJson symbol) {
    boolean flat =
        symbol.nodes().stream()
            .filter(node -> !node.isVariable())
            .findFirst()
            .filter(node -> node.operator().equals("FullyConnected"))
            .isPresent();
    return flat ? List.of(IMAGE * IMAGE) : List.of(channels(golden), IMAGE, IMAGE);
  }

  private static int channels(JsonNode golden) {
    return golden.get("data").asText().contains("three times") ? 3 : 1;
  }

  /// @throws UnsupportedOperator if Nacre does not have it
  private static Optimizer<?> optimizer(JsonNode golden) {
    JsonNode arguments = golden.get("optimizer_arguments");
    double rate = arguments.get("learning_rate").asDouble();
    return MxnetOptimizer.of(golden.get("optimizer").asText(), rate, arguments);
  }

  @Override
  public Verdict run(ModelBatch models) {
    String type = "conformance." + type();
    Optional<String> error = models.error(type);
    if (error.isPresent()) {
      return CompilerSays.verdict(error.get());
    }
    JsonNode golden = golden();
    Comparison comparison = new Comparison();
    int n = golden.get("batch").asInt();
    try (BoundModel model = BoundModel.bind(models.graph(type), device, OptionalInt.of(n))) {
      compareNames(golden, model.graph().spec(), comparison);
      FormulaWeights.set(model.graph());
      train(golden, model, n, comparison);
      model.states().forEach(
          (state, numbers) ->
              Summary.relative(
                  "state " + state,
                  golden.get("aux_after").get(state),
                  numbers,
                  isDeep(golden) ? FAR_STATES_OF_DEEP : FAR,
                  comparison));
      if (golden.has("test_correct_of_first_960")) {
        int hits = golden.get("test_correct_of_first_960").asInt();
        comparison.number("hits", hits, hits(golden, model, n), FAR * hits);
      }
    }
    return comparison.verdict();
  }

  private static void compareNames(JsonNode golden, GraphSpec spec, Comparison comparison) {
    if (golden.has("arguments")) {
      comparison.same("arguments", Json.texts(golden.get("arguments")), spec.listArguments());
      comparison.same(
          "auxiliary states", Json.texts(golden.get("auxiliary")), spec.listAuxiliaryStates());
      int n = golden.get("batch").asInt();
      for (GraphSpec.Variable argument : spec.arguments()) {
        comparison.same(
            "shape of " + argument.name(),
            Json.integers(golden.get("argument_shapes").get(argument.name())),
            Shapes.at(argument.shape(), n));
      }
    }
  }

  private static void train(JsonNode golden, BoundModel model, int n, Comparison comparison) {
    Optimizer<?> optimizer = optimizer(golden);
    IdxFile images = idx("train-1920-images-idx3-ubyte.gz");
    IdxFile labels = idx("train-1920-labels-idx1-ubyte.gz");
    double[] losses = Json.numbers(golden.get("losses"));
    double sum = 0;
    for (int step = 0; step < losses.length; step++) {
      Map<String, double[]> feeds = feeds(golden, model, images, labels, step * n, n);
      double[] p = model.forward(feeds).values().iterator().next();
      model.backward(Map.of());
      optimizer.update(model.graph());
      double loss = loss(p, feeds.get("label"));
      comparison.number(
          "loss of step " + step, losses[step], loss, tolerance(golden, step, losses[step]));
      sum += loss;
      if (step == 0) {
        double close = isDeep(golden) ? CLOSE_OF_DEEP : Comparison.RELATIVE;
        compareParameters("after step 1", golden, model, close, comparison);
      }
    }
    double mean = Arrays.stream(losses).average().orElse(0);
    comparison.number("mean loss", mean, sum / losses.length, FAR * mean);
    compareParameters("after all", golden, model, FAR, comparison);
  }

  private static double tolerance(JsonNode golden, int step, double loss) {
    boolean deep = isDeep(golden);
    if (deep && step > 0) {
      return (step == 1 ? CLOSE_OF_DEEP : FAR_OF_DEEP) * loss;
    }
    return step < CLOSE_STEPS ? Comparison.RELATIVE * Math.max(1, loss) : FAR * loss;
  }

  private static boolean isDeep(JsonNode golden) {
    return golden.has("internal_shapes");
  }

  private static void compareParameters(
      String when, JsonNode golden, BoundModel model, double tolerance, Comparison comparison) {
    JsonNode expected = golden.path(when.replace(' ', '_'));
    for (Parameter parameter : model.graph().parameters()) {
      if (expected.has(parameter.name())) {
        Summary.relative(
            parameter.name() + " " + when,
            expected.get(parameter.name()),
            parameter.value().toDoubles(),
            tolerance,
            comparison);
      }
    }
  }

  /// The arrays of a step, the labels also under the name `label`.
  private static Map<String, double[]> feeds(
      JsonNode golden, BoundModel model, IdxFile images, IdxFile labels, int from, int n) {
    int size = IMAGE * IMAGE;
    int channels = channels(golden);
    double[] data = new double[n * channels * size];
    double[] classes = new double[n];
    for (int i = 0; i < n; i++) {
      for (int channel = 0; channel < channels; channel++) {
        for (int pixel = 0; pixel < size; pixel++) {
          data[(i * channels + channel) * size + pixel] =
              (float) (images.get((from + i) * size + pixel) / 255);
        }
      }
      classes[i] = labels.get(from + i);
    }
    Map<String, double[]> feeds = new HashMap<>();
    feeds.put("data", data);
    feeds.put("label", classes);
    model.graph().spec().labels().forEach(label -> feeds.put(label.name(), classes));
    return feeds;
  }

  private static double loss(double[] p, double[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum -= Math.log(p[i * CLASSES + (int) labels[i]]);
    }
    return sum / labels.length;
  }

  private static int hits(JsonNode golden, BoundModel model, int n) {
    IdxFile images = idx("t10k-960-images-idx3-ubyte.gz");
    IdxFile labels = idx("t10k-960-labels-idx1-ubyte.gz");
    int hits = 0;
    for (int from = 0; from + n <= images.count(); from += n) {
      Map<String, double[]> feeds = feeds(golden, model, images, labels, from, n);
      double[] p = model.infer(feeds).values().iterator().next();
      for (int i = 0; i < n; i++) {
        int best = 0;
        for (int k = 1; k < CLASSES; k++) {
          best = p[i * CLASSES + k] > p[i * CLASSES + best] ? k : best;
        }
        hits += best == (int) feeds.get("label")[i] ? 1 : 0;
      }
    }
    return hits;
  }

  /// The images that come with the golden cases.
  private static IdxFile idx(String file) {
    try (InputStream in = BoundModel.class.getResourceAsStream("/golden/train/" + file)) {
      return IdxFile.read(in, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
