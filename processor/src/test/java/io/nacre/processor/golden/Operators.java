package io.nacre.processor.golden;

import io.nacre.processor.golden.Operator.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// MXNet's operators that can be written as a model: one row each.
final class Operators {
  private static final Map<String, Operator> ROWS = new LinkedHashMap<>();

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
        .attribute("kernel", "kernel", tuple())
        .attribute("stride", "stride", tuple())
        .attribute("pad", "pad", tuple())
        .attribute("dilate", "dilate", tuple())
        .attribute("num_group", "groups", integer())
        .attribute("no_bias", "noBias", flag())
        .only("layout", "None", "NCW", "NCHW", "NCDHW")
        .ignoring("workspace", "cudnn_tune", "cudnn_off");
    row("BatchNorm", "BatchNorm")
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
        .data("data")
        .attribute("p", "p", number())
        .attribute("mode", "mode", constants("DropoutMode", "training", "always"))
        .attribute("axes", "axes", tuple())
        .ignoring("cudnn_off");
    row("Pooling", "Pooling")
        .data("data")
        .batchFirst()
        .attribute("pool_type", "type", constants("PoolingType", "max", "avg", "sum", "lp"))
        .attribute("kernel", "kernel", tuple())
        .attribute("stride", "stride", tuple())
        .attribute("pad", "pad", tuple())
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
    row("dot", "Dot")
        .data("lhs")
        .data("rhs")
        .fixedBatch()
        .attribute("transpose_a", "transposeA", flag())
        .attribute("transpose_b", "transposeB", flag())
        .only("forward_stype", "None", "default");
    row("batch_dot", "BatchDot")
        .data("lhs")
        .data("rhs")
        .attribute("transpose_a", "transposeA", flag())
        .attribute("transpose_b", "transposeB", flag())
        .only("forward_stype", "None", "default");
    row("Deconvolution", "Deconvolution")
        .data("data")
        .parameters("weight", "bias")
        .batchFirst()
        .attribute("num_filter", "filters", integer())
        .attribute("kernel", "kernel", tuple())
        .attribute("stride", "stride", tuple())
        .attribute("pad", "pad", tuple())
        .attribute("adj", "adj", tuple())
        .attribute("target_shape", "targetShape", tuple())
        .attribute("dilate", "dilate", tuple())
        .attribute("num_group", "groups", integer())
        .attribute("no_bias", "noBias", flag())
        .only("layout", "None", "NCW", "NCHW", "NCDHW")
        .ignoring("workspace", "cudnn_tune", "cudnn_off");
    row("Embedding", "Embedding")
        .data("data")
        .parameters("weight")
        .attribute("input_dim", "inputDim", integer())
        .attribute("output_dim", "outputDim", integer())
        .only("dtype", "float32")
        .ignoring("sparse_grad");
    row("take", "Take")
        .data("a")
        .data("indices")
        .fixedBatch()
        .attribute("axis", "axis", integer())
        .attribute("mode", "mode", constants("IndexMode", "clip", "wrap", "raise"));
    row("batch_take", "BatchTake").data("a").data("indices").fixedBatch();
    row("pick", "Pick")
        .data("data")
        .data("index")
        .fixedBatch()
        .attribute("axis", "axis", integer())
        .attribute("keepdims", "keepdims", flag())
        .attribute("mode", "mode", constants("IndexMode", "clip", "wrap"));
    row("one_hot", "OneHot")
        .data("indices")
        .attribute("depth", "depth", integer())
        .attribute("on_value", "onValue", number())
        .attribute("off_value", "offValue", number())
        .only("dtype", "float32");
    row("gather_nd", "GatherNd").data("data").data("indices").fixedBatch();
    row("where", "Where").data("condition").data("x").data("y");
    row("RNN", "RNN")
        .data("data")
        .parameters("parameters")
        .data("state")
        .data("state_cell")
        .fixedBatch()
        .attribute(
            "mode", "mode", constants("RNNMode", "rnn_relu", "rnn_tanh", "lstm", "gru"))
        .attribute("state_size", "stateSize", integer())
        .attribute("num_layers", "numLayers", integer())
        .attribute("bidirectional", "bidirectional", flag())
        .attribute("p", "p", number())
        .attribute("state_outputs", "stateOutputs", flag())
        .only("projection_size", "None")
        .only("use_sequence_length", "False")
        .only("lstm_state_clip_min", "None")
        .only("lstm_state_clip_max", "None")
        .only("lstm_state_clip_nan", "False");
    row("SequenceMask", "SequenceMask")
        .data("data")
        .data("sequence_length")
        .fixedBatch()
        .attribute("use_sequence_length", "useSequenceLength", flag())
        .attribute("value", "value", number())
        .attribute("axis", "axis", integer());
    row("SequenceLast", "SequenceLast")
        .data("data")
        .data("sequence_length")
        .fixedBatch()
        .attribute("use_sequence_length", "useSequenceLength", flag())
        .attribute("axis", "axis", integer());
    row("SequenceReverse", "SequenceReverse")
        .data("data")
        .data("sequence_length")
        .fixedBatch()
        .attribute("use_sequence_length", "useSequenceLength", flag())
        .attribute("axis", "axis", integer());
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
    for (String name : List.of("elemwise_add", "_plus", "_Plus", "_add", "_Add")) {
      row(name, "Plus").data("lhs").data("rhs");
    }
    for (String name : List.of("elemwise_sub", "_minus", "_Minus", "_sub", "_Sub")) {
      row(name, "Minus").data("lhs").data("rhs");
    }
    for (String name : List.of("elemwise_mul", "_mul", "_Mul")) {
      row(name, "Times").data("lhs").data("rhs");
    }
    for (String name : List.of("elemwise_div", "_div", "_Div")) {
      row(name, "Div").data("lhs").data("rhs");
    }
  }

  private static Operator row(String mxnet, String annotation) {
    Operator row = new Operator(annotation);
    ROWS.put(mxnet, row);
    return row;
  }

  /// @throws UnsupportedOperator if there is no row
  static Operator of(String mxnet) {
    Operator row = ROWS.get(mxnet);
    if (row == null) {
      throw new UnsupportedOperator(mxnet);
    }
    return row;
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
    return value ->
        List.of(left).contains(value)
            ? Optional.empty()
            : Optional.of(Integer.toString(Integer.parseInt(value)));
  }

  private static Attribute number() {
    return value -> Optional.of(Double.toString(Double.parseDouble(value)));
  }

  private static Attribute flag(String... left) {
    return value ->
        List.of(left).contains(value)
            ? Optional.empty()
            : Optional.of(Boolean.toString(isTrue(value)));
  }

  private static boolean isTrue(String value) {
    return "True".equals(value) || "true".equals(value) || "1".equals(value);
  }

  /// `(3, 3)`, `[3, 3]`, `(3,)`, `3`; `()` is the default.
  private static Attribute tuple() {
    return value -> {
      List<String> numbers = new ArrayList<>();
      for (String number : value.replaceAll("[()\\[\\]L]", "").split(",")) {
        if (!number.isBlank()) {
          numbers.add(Integer.toString(Integer.parseInt(number.strip())));
        }
      }
      return numbers.isEmpty()
          ? Optional.empty()
          : Optional.of("{" + String.join(", ", numbers) + "}");
    };
  }

  /// Constants of an enum, which are spelt as MXNet's values are, but in capitals.
  private static Attribute constants(String type, String... values) {
    return value -> {
      if (!List.of(values).contains(value)) {
        throw new UnsupportedOperator(value);
      }
      return Optional.of(type + "." + value.toUpperCase(Locale.ROOT));
    };
  }
}
