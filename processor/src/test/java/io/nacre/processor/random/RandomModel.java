package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// A right model of random layers with random attributes: whatever [Verdict] agrees to.
final class RandomModel {
  private static final List<String> SHAPES =
      List.of("{3, 5, 4}", "{2, 7}", "{4, 6}", "{2, 6, 6}", "{4, 3, 4, 3}", "6", "{8, 4}", "{1, 5, 5}");

  private static final int ATTEMPTS = 400;
  private static final int LARGEST = 900;

  /// The layers and how their attributes are chosen.
  private static final Map<String, Function<RandomModel, Map<String, String>>> KINDS = kinds();

  private static final List<String> LOSSES =
      List.of(
          "SoftmaxOutput",
          "LinearRegressionOutput",
          "LogisticRegressionOutput",
          "MAERegressionOutput",
          "MakeLoss");

  private static final List<String> ORDINARY =
      KINDS.keySet().stream().filter(kind -> !LOSSES.contains(kind)).toList();

  private final Random random;
  private ModelText model;
  private PlainModel known;

  private RandomModel(Random random, int batch) {
    this.random = random;
    this.model = new ModelText(batch, List.of());
  }

  /// The same model for the same seed.
  ///
  /// @param layers how many layers it has, without its losses
  static ModelText of(long seed, int layers) {
    Random random = new Random(seed * 31 + 7);
    RandomModel made = new RandomModel(random, random.nextInt(8) == 0 ? 2 : 0);
    made.variables();
    for (int i = 0; i < ATTEMPTS && made.layers() < layers; i++) {
      made.addLayer(made.pick(ORDINARY));
    }
    for (int i = 0; i < 8 && random.nextBoolean(); i++) {
      made.addLayer(made.pick(LOSSES));
    }
    return made.finished();
  }

  private long layers() {
    return model.nodes().stream().filter(node -> !node.isVariable()).count();
  }

  // ---- what is fed

  private void variables() {
    String shape = pick(SHAPES);
    add(input("data", "Input", shape));
    add(input("more", "Input", random.nextBoolean() ? shape : pick(SHAPES)));
    if (random.nextInt(3) == 0) {
      add(input("fixed", "Variable", pick(List.of("{2, 3}", "{4, 5}", "{3, BATCH, 4}", "6"))));
    }
    if (random.nextInt(3) == 0) {
      add(NodeText.variable("w", "Parameter", pick(List.of("{4, 6}", "{1, 4}", "6", "{3, 4}")))
          .withAttribute("dtype", "DataType.FLOAT64"));
    }
    if (random.nextInt(3) == 0) {
      add(NodeText.variable("shared", "Parameter", ""));
    }
  }

  /// The whole model is float64, since this spreads.
  private NodeText input(String name, String annotation, String shape) {
    return NodeText.variable(name, annotation, shape)
        .withAttribute("dtype", "DataType.FLOAT64")
        .withAttribute("gradient", "true");
  }

  private void add(NodeText node) {
    model = model.with(node);
  }

  // ---- layers

  private void addLayer(String kind) {
    NodeText node =
        new NodeText(
            kind.toLowerCase() + layers(),
            kind,
            KINDS.getOrDefault(kind, any -> Map.of()).apply(this),
            edges(kind),
            false);
    ModelText longer = model.with(node);
    try {
      PlainModel run = run(longer);
      PlainArray y = run.outputs(node.name()).getFirst();
      boolean calm = Arrays.stream(y.values()).allMatch(x -> Math.abs(x) < 30);
      if (y.values().length <= LARGEST && calm) {
        Verdict verdict = Verdict.of(withoutUnused(longer));
        if (verdict.kind() == Verdict.Kind.RIGHT) {
          model = longer;
          known = run;
        }
      }
    } catch (WrongModel | OpenModel e) {
      // the next one may fit
    }
  }

  private static PlainModel run(ModelText text) {
    return PlainModel.run(text, new Variables(1), text.batch() == 0 ? 2 : text.batch(), false);
  }

  private List<NodeText.EdgeText> edges(String kind) {
    List<NodeText.EdgeText> edges = new ArrayList<>();
    edges.add(edge(source()));
    List<String> arguments =
        PlainModel.LAYERS.get(kind).argumentsOf(new NodeText("", kind, Map.of(), List.of(), false));
    int count = arguments.getFirst().equals("arg0") ? 1 + random.nextInt(3) : arguments.size();
    for (int i = 1; i < count; i++) {
      String argument = arguments.get(Math.min(i, arguments.size() - 1));
      if (!argument.endsWith("?")) {
        edges.add(edge(random.nextInt(3) == 0 ? source() : like(edges.getFirst().source())));
      } else if (argument.equals("weight?")
          && model.node("shared").isPresent()
          && random.nextInt(3) == 0) {
        edges.add(new NodeText.EdgeText("shared", 0, "weight"));
      }
    }
    return edges;
  }

  private NodeText.EdgeText edge(String source) {
    int outputs =
        known == null || known.outputs(source) == null ? 1 : known.outputs(source).size();
    return new NodeText.EdgeText(source, random.nextInt(outputs), "");
  }

  /// A node whose values are known, more often a late one; no loss.
  private String source() {
    List<NodeText> nodes =
        model.nodes().stream()
            .filter(node -> !LOSSES.contains(node.layer()) && !node.name().equals("shared"))
            .toList();
    int from = random.nextBoolean() ? Math.max(0, nodes.size() - 3) : 0;
    return nodes.get(random.nextInt(from, nodes.size())).name();
  }

  /// A node of the same shape as another.
  private String like(String other) {
    if (known == null || known.outputs(other) == null) {
      return source();
    }
    PlainArray shape = known.outputs(other).getFirst();
    List<String> alike =
        model.nodes().stream()
            .filter(node -> !LOSSES.contains(node.layer()))
            .map(NodeText::name)
            .filter(name -> known.outputs(name) != null)
            .filter(name -> known.outputs(name).getFirst().sameShape(shape))
            .toList();
    return pick(alike);
  }

  /// Marks heads now and then, and drops variables that nobody takes.
  private ModelText finished() {
    ModelText finished = withoutUnused(model);
    if (finished.sinks().size() < 2 && random.nextBoolean()) {
      return finished;
    }
    List<NodeText> nodes = new ArrayList<>();
    for (NodeText node : finished.nodes()) {
      boolean sink = !node.isVariable() && !finished.isUsed(node.name());
      boolean marked = !node.isVariable() && (sink || random.nextInt(6) == 0);
      nodes.add(node.withHead(marked));
    }
    return new ModelText(finished.batch(), nodes);
  }

  private static ModelText withoutUnused(ModelText text) {
    return new ModelText(
        text.batch(),
        text.nodes().stream()
            .filter(node -> !node.isVariable() || text.isUsed(node.name()))
            .toList());
  }

  // ---- attributes

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Map<String, String> some(String... attributes) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String attribute : attributes) {
      boolean required = attribute.startsWith("!");
      String[] parts = attribute.replaceFirst("!", "").split(" = ");
      if (required || random.nextInt(3) == 0) {
        chosen.put(parts[0], pick(List.of(parts[1].split(" \\| "))));
      }
    }
    return chosen;
  }

  private static Function<RandomModel, Map<String, String>> of(String... attributes) {
    return made -> made.some(attributes);
  }

  private static Map<String, Function<RandomModel, Map<String, String>>> kinds() {
    Map<String, Function<RandomModel, Map<String, String>>> kinds = new LinkedHashMap<>();
    String window =
        "stride = 2 | {1, 2} | {2, 1, 1} | 1;pad = 1 | {1, 0} | {0, 1, 1};"
            + "dilate = 2 | {1, 2};groups = 2 | 4;noBias = true | false";
    String kernel = "!kernel = 2 | 3 | {3, 2} | {2, 1, 2} | 1;";
    kinds.put("Conv", of(("!filters = 3 | 4 | 2;" + kernel + window).split(";")));
    kinds.put("Deconvolution", of(("!filters = 4 | 2 | 3;" + kernel + window).split(";")));
    String pool =
        "!kernel = 2 | 3 | {3, 2} | {2, 1, 2};stride = 2 | {1, 2} | 3;pad = 1 | {1, 0};"
            + "convention = PoolingConvention.FULL | PoolingConvention.VALID;global = true";
    kinds.put("MaxPool", of(pool.split(";")));
    kinds.put("AvgPool", of((pool + ";countIncludePad = false | true").split(";")));
    kinds.put("SumPool", of(pool.split(";")));
    kinds.put(
        "BatchNorm",
        of(
            "eps = 0.01",
            "momentum = 0.5",
            "fixGamma = false | true",
            "useGlobalStats = true",
            "axis = 2 | -1"));
    kinds.put("LayerNorm", of("axis = 1 | -1", "eps = 0.01"));
    kinds.put("L2Normalization", of("eps = 0.01"));
    kinds.put("LRN", of("!nsize = 3 | 1 | 5"));
    kinds.put("Dropout", of("p = 0.25 | 0.0"));
    kinds.put(
        "FullyConnected", of("!units = 4 | 6 | 3", "flatten = false | true", "noBias = true"));
    kinds.put("Dot", of("transposeA = true", "transposeB = true"));
    kinds.put("BatchDot", of("transposeA = true", "!transposeB = true | false"));
    kinds.put(
        "Embedding",
        of("!inputDim = 3 | 5", "!outputDim = 2 | 4", "!dtype = DataType.FLOAT64"));
    kinds.put("Softmax", of("axis = 1 | 0 | 2", "temperature = 2.0"));
    kinds.put("LogSoftmax", of("axis = 1 | 0 | -1"));
    for (String reduction : List.of("Mean", "Sum", "Max")) {
      kinds.put(
          reduction,
          of("axis = 1 | 0 | {1, 2} | -1 | {-2, 1}", "keepdims = true", "exclude = true"));
    }
    kinds.put("Concat", of("axis = 2 | 0 | -1"));
    kinds.put("Stack", of("axis = 1 | -1"));
    kinds.put("SliceChannel", of("!outputs = 2 | 3 | 1", "axis = 2 | -1", "squeezeAxis = true"));
    kinds.put("SliceAxis", of("!axis = 1 | 2 | -1", "begin = 1 | -2", "end = 2 | -1 | 3"));
    kinds.put(
        "Reshape",
        of(
            "!shape = {0, -1} | {-1} | {-3, -2} | {0, 0, -1} | {0, -4, 2, -1, -2} | {0, -3, -1}"
                + " | {-2, 1} | {0, 2, -1} | {BATCH, -1} | {-1, 4} | {-1, 0}",
            "reverse = true"));
    kinds.put("Transpose", of("axes = {0, 2, 1} | {0, 2, 3, 1} | {1, 0} | {2, 0, 1} | {0, -1, 1}"));
    kinds.put("SwapAxes", of("dim1 = 1 | 0", "dim2 = 2 | 1 | -1"));
    kinds.put("Flatten", of());
    kinds.put("ExpandDims", of("!axis = 1 | -1 | 0 | 2"));
    kinds.put("Squeeze", of("axis = 1 | {2} | {2, 3} | -1"));
    kinds.put("Reverse", of("!axis = 1 | {1, 2} | -1"));
    kinds.put("RepeatElements", of("!repeats = 2 | 3", "axis = 1 | -1 | 0"));
    kinds.put("Tile", of("!reps = {1, 2} | {2, 1, 1} | 2 | {1, 2, 1}"));
    kinds.put("Pad", of("!padWidth = {0, 0, 0, 0, 1, 1, 0, 2} | {0, 0, 1, 0} | {0, 0, 0, 1, 2, 0}"));
    kinds.put("BroadcastTo", of("!shape = {0, 4, 0} | {0, 0, 3} | {BATCH, 0} | {0, 3}"));
    kinds.put("BroadcastAxis", of("!axis = 1 | {1, 2} | -1", "!size = 3 | {2, 3}"));
    kinds.put("BroadcastLike", of());
    for (String operator : List.of("Plus", "Minus", "Times", "Maximum", "Minimum")) {
      kinds.put(operator, of());
      kinds.put("Broadcast" + operator, of());
    }
    kinds.put("AddN", of());
    for (String scalar : List.of("PlusScalar", "RMinusScalar", "TimesScalar", "MaximumScalar")) {
      kinds.put(scalar, of("!value = 0.5 | -1.25"));
    }
    kinds.put("Clip", of("!min = -0.5", "!max = 0.75"));
    kinds.put("LeakyRelu", of("slope = 0.1"));
    kinds.put("Activation", of("!value = ActivationType.TANH | ActivationType.RELU"));
    for (String function :
        "Relu Sigmoid Tanh SoftRelu SoftSign Abs Sin ArcTan Identity BlockGrad Elu Selu PRelu"
            .split(" ")) {
      kinds.put(function, of());
    }
    kinds.put(
        "SoftmaxOutput",
        of("multiOutput = true", "preserveShape = true", "gradScale = 0.5"));
    kinds.put("LinearRegressionOutput", of("gradScale = 2.0"));
    kinds.put("MAERegressionOutput", of());
    kinds.put("LogisticRegressionOutput", of());
    kinds.put("MakeLoss", of("gradScale = 0.5"));
    return kinds;
  }
}
