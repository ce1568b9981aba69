package io.nacre.processor.mxnet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// MXNet's operators that can be written as a model: one row each.
public final class Operators {
  private static final List<Operator> ROWS = new ArrayList<>();
  private static final Map<String, Operator> BY_NAME = new LinkedHashMap<>();
  private static final Map<String, ShortForm> BY_ANNOTATION = new LinkedHashMap<>();

  private Operators() {}

  static {
    row("FullyConnected", "FullyConnected")
        .data("data")
        .parameters("weight", "bias")
        .batchFirst()
        .attribute("num_hidden", "units", integer())
        .attribute("flatten", "flatten", flag())
        .attribute("no_bias", "noBias", flag());
    row("Convolution", "Conv")
        .data("data")
        .parameters("weight", "bias")
        .batchFirst()
        .attribute("num_filter", "filters", integer())
        .attribute("kernel", "kernel", perAxis())
        .attribute("stride", "stride", perAxis())
        .attribute("pad", "pad", perAxis())
        .attribute("dilate", "dilate", perAxis())
        .attribute("num_group", "groups", integer())
        .attribute("no_bias", "noBias", flag())
        .only("layout", "None", "NCW", "NCHW", "NCDHW")
        .ignoring("workspace", "cudnn_tune", "cudnn_off");
    row("BatchNorm", "BatchNorm")
        .outputs(3)
        .data("data")
        .parameters("gamma", "beta")
        .states("moving_mean", "moving_var")
        .batchFirst()
        .attribute("eps", "eps", number())
        .attribute("momentum", "momentum", number())
        .attribute("fix_gamma", "fixGamma", flag())
        .attribute("use_global_stats", "useGlobalStats", flag())
        .attribute("output_mean_var", "outputMeanVar", flag())
        .attribute("axis", "axis", integer())
        .ignoring("cudnn_off", "min_calib_range", "max_calib_range");
    row("Dropout", "Dropout")
        .outputs(2)
        .data("data")
        .attribute("p", "p", number())
        .attribute("mode", "mode", constants("DropoutMode", "training", "always"))
        .attribute("axes", "axes", tuple())
        .ignoring("cudnn_off");
    row("Pooling", "Pooling")
        .outputs(Operators::poolingOutputs)
        .data("data")
        .batchFirst()
        .attribute("pool_type", "type", constants("PoolingType", "max", "avg", "sum", "lp"))
        .attribute("kernel", "kernel", perAxis())
        .attribute("stride", "stride", perAxis())
        .attribute("pad", "pad", perAxis())
        .attribute("global_pool", "global", flag())
        .attribute(
            "pooling_convention",
            "convention",
            constants("PoolingConvention", "valid", "full"))
        .attribute("count_include_pad", "countIncludePad", flag("None"))
        .attribute("p_value", "pValue", integer("None"))
        .only("layout", "None", "NCW", "NCHW", "NCDHW")
        .ignoring("cudnn_off");
    row("Flatten", "Flatten").data("data").batchFirst();
    row("Activation", "Activation")
        .data("data")
        .attribute(
            "act_type",
            "value",
            constants("ActivationType", "relu", "sigmoid", "tanh", "softrelu", "softsign"));
    row("relu", "Relu").data("data");
    row("sigmoid", "Sigmoid").data("data");
    row("tanh", "Tanh").data("data");
    row("softsign", "SoftSign").data("data");
    row("SoftmaxOutput", "SoftmaxOutput")
        .data("data")
        .label(Operators::softmaxLabel)
        .batchFirst()
        .attribute("grad_scale", "gradScale", number())
        .attribute("ignore_label", "ignoreLabel", number())
        .attribute("use_ignore", "useIgnore", flag())
        .attribute("multi_output", "multiOutput", flag())
        .attribute("preserve_shape", "preserveShape", flag())
        .attribute(
            "normalization", "normalization", constants("Normalization", "null", "batch", "valid"))
        .attribute("out_grad", "outGrad", flag())
        .attribute("smooth_alpha", "smoothAlpha", number());
    row("LinearRegressionOutput", "LinearRegressionOutput")
        .data("data")
        .label((data, attributes) -> regressionLabel(data))
        .batchFirst()
        .attribute("grad_scale", "gradScale", number());
    row("elemwise_add", "Plus").alias("_plus", "_Plus", "_add").data("lhs").data("rhs");
    row("elemwise_sub", "Minus").alias("_minus", "_Minus", "_sub").data("lhs").data("rhs");
    row("elemwise_mul", "Times").alias("_mul", "_Mul").data("lhs").data("rhs");
    row("elemwise_div", "Div").alias("_div", "_Div").data("lhs").data("rhs");

    shortForm("MaxPool", "Pooling", "pool_type", "max").without("count_include_pad", "p_value");
    shortForm("AvgPool", "Pooling", "pool_type", "avg").without("p_value");
    shortForm("SumPool", "Pooling", "pool_type", "sum").without("count_include_pad", "p_value");
    shortForm("LpPool", "Pooling", "pool_type", "lp").without("count_include_pad");
    shortForm("SoftRelu", "Activation", "act_type", "softrelu");

    ROWS.forEach(Operators::add);
  }

  private static void add(Operator row) {
    BY_ANNOTATION.putIfAbsent(row.annotation(), new ShortForm(row, Map.of()));
    BY_NAME.put(row.name(), row);
    row.aliases().forEach(alias -> BY_NAME.put(alias, row));
  }


  private static Operator row(String mxnet, String annotation) {
    Operator row = new Operator(mxnet, annotation);
    ROWS.add(row);
    return row;
  }

  /// An annotation that is another with one attribute set.
  private static ShortForm shortForm(
      String annotation, String mxnet, String attribute, String value) {
    Operator row =
        ROWS.stream().filter(each -> each.name().equals(mxnet)).findFirst().orElseThrow();
    ShortForm form = new ShortForm(row, Map.of(attribute, value));
    BY_ANNOTATION.put(annotation, form);
    return form;
  }

  /// The row of one of MXNet's operators, by any of its names.
  public static Optional<Operator> of(String mxnet) {
    return Optional.ofNullable(BY_NAME.get(mxnet));
  }

  /// All rows, by each of MXNet's names.
  public static Map<String, Operator> all() {
    return Collections.unmodifiableMap(BY_NAME);
  }

  /// What MXNet has for an annotation.
  static Optional<ShortForm> ofAnnotation(String annotation) {
    return Optional.ofNullable(BY_ANNOTATION.get(annotation));
  }

  /// With oneDNN, as MXNet is built, the places of the maxima are an output.
  private static int poolingOutputs(Map<String, String> attributes) {
    boolean max = attributes.getOrDefault("pool_type", "max").equals("max");
    return max && attributes.containsKey("kernel") ? 2 : 1;
  }

  private static List<Integer> softmaxLabel(List<Integer> data, Map<String, String> attributes) {
    if (isTrue(attributes.get("multi_output"))) {
      int positions = data.subList(2, data.size()).stream().reduce(1, (a, b) -> a * b);
      return List.of(data.getFirst(), positions);
    }
    return isTrue(attributes.get("preserve_shape"))
        ? data.subList(0, data.size() - 1)
        : data.subList(0, 1);
  }

  private static List<Integer> regressionLabel(List<Integer> data) {
    return data.size() == 2 && data.getLast() == 1 ? data.subList(0, 1) : data;
  }

  // ---- kinds of attributes; a value in `left` means the default

  private static Attribute integer(String... left) {
    return Attribute.of(
            Literal::integer, (node, name, axes) -> Integer.toString(node.integer(name)))
        .leaving(left);
  }

  private static Attribute number() {
    return Attribute.of(Literal::number, (node, name, axes) -> Literal.of(node.number(name)));
  }

  private static Attribute flag(String... left) {
    return Attribute.of(Literal::flag, (node, name, axes) -> Literal.of(node.flag(name)))
        .leaving(left);
  }

  private static boolean isTrue(String value) {
    return "True".equals(value) || "true".equals(value) || "1".equals(value);
  }

  /// `(3, 3)`.
  private static Attribute tuple() {
    return Attribute.of(Literal::integers, (node, name, axes) -> Literal.of(node.integers(name)));
  }

  /// `(3, 3)`, a number for each spatial axis, where one of ours stands for all; `()` is the default.
  private static Attribute perAxis() {
    return Attribute.of(
            Literal::integers,
            (node, name, axes) -> {
              List<Integer> numbers = node.integers(name);
              return Literal.of(
                  numbers.size() == 1 ? Collections.nCopies(axes, numbers.get(0)) : numbers);
            })
        .leaving("()", "[]", "None");
  }

  /// Constants of an enum, which are spelt as MXNet's values are, but in capitals.
  private static Attribute constants(String type, String... values) {
    return Attribute.of(
            value -> {
              if (!List.of(values).contains(value)) {
                throw new BadText("one of " + String.join(", ", values));
              }
              return value.toUpperCase(Locale.ROOT);
            },
            (node, name, axes) -> node.constant(name).toLowerCase(Locale.ROOT))
        .ofConstants(type);
  }
}
