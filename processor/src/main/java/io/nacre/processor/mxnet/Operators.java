package io.nacre.processor.mxnet;

import io.nacre.annotations.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// MXNet's operators that can be written as a model: one row each. Longer than other files, since it is a
/// table.
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
        .attribute("kernel", "kernel", perAxis())
        .attribute("stride", "stride", perAxis())
        .attribute("pad", "pad", perAxis())
        .attribute("adj", "adj", perAxis())
        .attribute("target_shape", "targetShape", perAxis())
        .attribute("dilate", "dilate", perAxis())
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
    row("Concat", "Concat")
        .alias("concat")
        .data("arg0")
        .anyNumber()
        .attribute("dim", "axis", integer())
        .counting("num_args");
    row("stack", "Stack")
        .data("arg0")
        .anyNumber()
        .fixedBatch()
        .attribute("axis", "axis", integer())
        .counting("num_args");
    row("SliceChannel", "SliceChannel")
        .alias("split")
        .data("data")
        .attribute("num_outputs", "outputs", integer())
        .attribute("axis", "axis", integer())
        .attribute("squeeze_axis", "squeezeAxis", flag());
    row("slice_axis", "SliceAxis")
        .data("data")
        .attribute("axis", "axis", integer())
        .attribute("begin", "begin", integer())
        .attribute("end", "end", integer("None"));
    row("slice", "Slice")
        .data("data")
        .attribute("begin", "begin", openTuple())
        .attribute("end", "end", openTuple())
        .attribute("step", "step", openTuple());
    row("slice_like", "SliceLike")
        .data("data")
        .data("shape_like")
        .attribute("axes", "axes", tuple());
    row("Crop", "Crop")
        .data("data")
        .data("crop_like")
        .batchFirst()
        .attribute("offset", "offset", tuple())
        .attribute("h_w", "hW", tuple())
        .attribute("center_crop", "centerCrop", flag())
        .counting("num_args");
    row("Reshape", "Reshape")
        .alias("reshape")
        .data("data")
        .attribute("shape", "shape", tuple())
        .attribute("reverse", "reverse", flag());
    row("reshape_like", "ReshapeLike")
        .data("lhs")
        .data("rhs")
        .attribute("lhs_begin", "lhsBegin", integer("None"))
        .attribute("lhs_end", "lhsEnd", integer("None"))
        .attribute("rhs_begin", "rhsBegin", integer("None"))
        .attribute("rhs_end", "rhsEnd", integer("None"));
    row("transpose", "Transpose").data("data").fixedBatch().attribute("axes", "axes", tuple());
    row("SwapAxis", "SwapAxes")
        .alias("swapaxes")
        .data("data")
        .fixedBatch()
        .attribute("dim1", "dim1", integer())
        .attribute("dim2", "dim2", integer());
    row("expand_dims", "ExpandDims").data("data").attribute("axis", "axis", integer());
    row("squeeze", "Squeeze").data("data").attribute("axis", "axis", tuple("None"));
    row("tile", "Tile").data("data").fixedBatch().attribute("reps", "reps", tuple());
    row("repeat", "RepeatElements")
        .data("data")
        .fixedBatch()
        .attribute("repeats", "repeats", integer())
        .attribute("axis", "axis", integer("None"));
    row("reverse", "Reverse").alias("flip").data("data").attribute("axis", "axis", tuple());
    row("Pad", "Pad")
        .alias("pad")
        .data("data")
        .batchFirst()
        .attribute("mode", "mode", constants("PadMode", "constant", "edge", "reflect"))
        .attribute("pad_width", "padWidth", tuple())
        .attribute("constant_value", "constantValue", number());
    row("broadcast_to", "BroadcastTo")
        .data("data")
        .fixedBatch()
        .attribute("shape", "shape", tuple());
    row("broadcast_axis", "BroadcastAxis")
        .alias("broadcast_axes")
        .data("data")
        .fixedBatch()
        .attribute("axis", "axis", tuple())
        .attribute("size", "size", tuple());
    row("broadcast_like", "BroadcastLike")
        .data("lhs")
        .data("rhs")
        .attribute("lhs_axes", "lhsAxes", tuple("None"))
        .attribute("rhs_axes", "rhsAxes", tuple("None"));
    row("depth_to_space", "DepthToSpace")
        .data("data")
        .batchFirst()
        .attribute("block_size", "blockSize", integer());
    row("space_to_depth", "SpaceToDepth")
        .data("data")
        .batchFirst()
        .attribute("block_size", "blockSize", integer());
    row("UpSampling", "UpSampling")
        .data("data")
        .anyNumber()
        .batchFirst()
        .attribute("scale", "scale", tuple())
        .attribute("num_filter", "filters", integer())
        .attribute("sample_type", "sampleType", constants("SampleType", "nearest"))
        .attribute("multi_input_mode", "multiInputMode", constants("MultiInputMode", "concat", "sum"))
        .counting("num_args").ignoring("workspace");
    row("add_n", "AddN").alias("ElementWiseSum").data("arg").anyNumber().counting("num_args");
    row("LeakyReLU", "LeakyRelu")
        .data("data")
        .parameters("gamma")
        .attribute(
            "act_type",
            "type",
            constants("LeakyReluType", "leaky", "prelu", "elu", "selu", "gelu", "rrelu"))
        .attribute("slope", "slope", number())
        .attribute("lower_bound", "lowerBound", number())
        .attribute("upper_bound", "upperBound", number());
    row("softmax", "Softmax")
        .data("data")
        .data("length")
        .attribute("axis", "axis", integer())
        .attribute("temperature", "temperature", number("None"))
        .attribute("use_length", "useLength", flag("None"))
        .only("dtype", "None");
    row("log_softmax", "LogSoftmax")
        .data("data")
        .attribute("axis", "axis", integer())
        .attribute("temperature", "temperature", number("None"))
        .only("use_length", "None", "False", "0")
        .only("dtype", "None");
    row("softmin", "Softmin")
        .data("data")
        .attribute("axis", "axis", integer())
        .attribute("temperature", "temperature", number("None"))
        .only("use_length", "None", "False", "0")
        .only("dtype", "None");
    row("SoftmaxActivation", "SoftmaxActivation")
        .data("data")
        .attribute("mode", "mode", constants("SoftmaxMode", "instance", "channel"));
    row("LRN", "LRN")
        .outputs(2)
        .data("data")
        .batchFirst()
        .attribute("alpha", "alpha", number())
        .attribute("beta", "beta", number())
        .attribute("knorm", "knorm", number())
        .attribute("nsize", "nsize", integer());
    row("L2Normalization", "L2Normalization")
        .outputs(2)
        .data("data")
        .batchFirst()
        .attribute("eps", "eps", number())
        .attribute(
            "mode", "mode", constants("L2NormalizationMode", "instance", "channel", "spatial"));
    row("InstanceNorm", "InstanceNorm")
        .outputs(3)
        .data("data")
        .parameters("gamma", "beta")
        .batchFirst()
        .attribute("eps", "eps", number());
    row("LayerNorm", "LayerNorm")
        .outputs(3)
        .data("data")
        .parameters("gamma", "beta")
        .attribute("axis", "axis", integer())
        .attribute("eps", "eps", number())
        .attribute("output_mean_var", "outputMeanVar", flag());
    row("GroupNorm", "GroupNorm")
        .outputs(3)
        .data("data")
        .parameters("gamma", "beta")
        .batchFirst()
        .attribute("num_groups", "numGroups", integer())
        .attribute("eps", "eps", number())
        .attribute("output_mean_var", "outputMeanVar", flag());
    reduction("sum", "Sum").alias("sum_axis");
    reduction("mean", "Mean");
    reduction("max", "Max").alias("max_axis");
    reduction("min", "Min").alias("min_axis");
    reduction("prod", "Prod");
    reduction("nansum", "NanSum");
    reduction("nanprod", "NanProd");
    row("norm", "Norm")
        .data("data")
        .attribute("ord", "ord", integer())
        .attribute("axis", "axis", tuple("None"))
        .attribute("keepdims", "keepdims", flag())
        .only("out_dtype", "None");
    row("argmax", "ArgMax")
        .data("data")
        .attribute("axis", "axis", single("None"))
        .attribute("keepdims", "keepdims", flag());
    row("argmin", "ArgMin")
        .data("data")
        .attribute("axis", "axis", single("None"))
        .attribute("keepdims", "keepdims", flag());
    row("argmax_channel", "ArgMaxChannel").data("data");
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
    row("LogisticRegressionOutput", "LogisticRegressionOutput")
        .data("data")
        .label((data, attributes) -> regressionLabel(data))
        .batchFirst()
        .attribute("grad_scale", "gradScale", number());
    row("MAERegressionOutput", "MAERegressionOutput")
        .data("data")
        .label((data, attributes) -> regressionLabel(data))
        .batchFirst()
        .attribute("grad_scale", "gradScale", number());
    row("SVMOutput", "SVMOutput")
        .data("data")
        .label((data, attributes) -> data.subList(0, data.size() - 1))
        .attribute("margin", "margin", number())
        .attribute("regularization_coefficient", "regularizationCoefficient", number())
        .attribute("use_linear", "useLinear", flag());
    row("softmax_cross_entropy", "SoftmaxCrossEntropy").data("data").data("label");
    row("MakeLoss", "MakeLoss")
        .data("data")
        .attribute("grad_scale", "gradScale", number())
        .attribute("valid_thresh", "validThresh", number())
        .attribute(
            "normalization", "normalization", constants("Normalization", "null", "batch", "valid"));
    row("make_loss", "MakeLoss").data("data");
    row("BlockGrad", "BlockGrad").alias("stop_gradient").data("data");
    row("elemwise_add", "Plus").alias("_plus", "_Plus", "_add").data("lhs").data("rhs");
    row("elemwise_sub", "Minus").alias("_minus", "_Minus", "_sub").data("lhs").data("rhs");
    row("elemwise_mul", "Times").alias("_mul", "_Mul").data("lhs").data("rhs");
    row("elemwise_div", "Div").alias("_div", "_Div").data("lhs").data("rhs");

    elementwise();

    shortForm("MaxPool", "Pooling", "pool_type", "max").without("count_include_pad", "p_value");
    shortForm("AvgPool", "Pooling", "pool_type", "avg").without("p_value");
    shortForm("SumPool", "Pooling", "pool_type", "sum").without("count_include_pad", "p_value");
    shortForm("LpPool", "Pooling", "pool_type", "lp").without("count_include_pad");
    shortForm("SoftRelu", "Activation", "act_type", "softrelu");

    ROWS.forEach(Operators::add);
  }

  /// Operators that act on each element by itself.
  private static void elementwise() {
    row("abs", "Abs").data("data");
    row("ceil", "Ceil").data("data");
    row("floor", "Floor").data("data");
    row("round", "Round").data("data");
    row("rint", "Rint").data("data");
    row("trunc", "Trunc").data("data");
    row("fix", "Fix").data("data");
    row("sqrt", "Sqrt").data("data");
    row("cbrt", "Cbrt").data("data");
    row("exp", "Exp").data("data");
    row("expm1", "Expm1").data("data");
    row("log", "Log").data("data");
    row("log2", "Log2").data("data");
    row("log10", "Log10").data("data");
    row("log1p", "Log1p").data("data");
    row("sin", "Sin").data("data");
    row("cos", "Cos").data("data");
    row("tan", "Tan").data("data");
    row("arcsin", "ArcSin").data("data");
    row("arccos", "ArcCos").data("data");
    row("arctan", "ArcTan").data("data");
    row("sinh", "Sinh").data("data");
    row("cosh", "Cosh").data("data");
    row("arcsinh", "ArcSinh").data("data");
    row("arccosh", "ArcCosh").data("data");
    row("arctanh", "ArcTanh").data("data");
    row("erf", "Erf").data("data");
    row("erfinv", "Erfinv").data("data");
    row("gamma", "Gamma").data("data");
    row("gammaln", "Gammaln").data("data");
    row("_copy", "Identity").alias("identity").data("data");
    row("negative", "Negative").data("data");
    row("sign", "Sign").data("data");
    row("square", "Square").data("data");
    row("reciprocal", "Reciprocal").data("data");
    row("rsqrt", "Rsqrt").data("data");
    row("rcbrt", "Rcbrt").data("data");
    row("degrees", "Degrees").data("data");
    row("radians", "Radians").data("data");
    row("logical_not", "LogicalNot").data("data");
    row("zeros_like", "ZerosLike").data("data");
    row("ones_like", "OnesLike").data("data");
    row("_maximum", "Maximum").data("lhs").data("rhs");
    row("_minimum", "Minimum").data("lhs").data("rhs");
    row("_power", "Power").data("lhs").data("rhs");
    row("_mod", "Mod").data("lhs").data("rhs");
    row("_hypot", "Hypot").data("lhs").data("rhs");
    row("_equal", "Equal").data("lhs").data("rhs");
    row("_not_equal", "NotEqual").data("lhs").data("rhs");
    row("_greater", "Greater").data("lhs").data("rhs");
    row("_greater_equal", "GreaterEqual").data("lhs").data("rhs");
    row("_lesser", "Lesser").data("lhs").data("rhs");
    row("_lesser_equal", "LesserEqual").data("lhs").data("rhs");
    row("_logical_and", "LogicalAnd").data("lhs").data("rhs");
    row("_logical_or", "LogicalOr").data("lhs").data("rhs");
    row("_logical_xor", "LogicalXor").data("lhs").data("rhs");
    row("broadcast_add", "BroadcastPlus").alias("broadcast_plus").data("lhs").data("rhs");
    row("broadcast_sub", "BroadcastMinus").alias("broadcast_minus").data("lhs").data("rhs");
    row("broadcast_mul", "BroadcastTimes").data("lhs").data("rhs");
    row("broadcast_div", "BroadcastDiv").data("lhs").data("rhs");
    row("broadcast_maximum", "BroadcastMaximum").data("lhs").data("rhs");
    row("broadcast_minimum", "BroadcastMinimum").data("lhs").data("rhs");
    row("broadcast_power", "BroadcastPower").data("lhs").data("rhs");
    row("broadcast_mod", "BroadcastMod").data("lhs").data("rhs");
    row("broadcast_hypot", "BroadcastHypot").data("lhs").data("rhs");
    row("broadcast_equal", "BroadcastEqual").data("lhs").data("rhs");
    row("broadcast_not_equal", "BroadcastNotEqual").data("lhs").data("rhs");
    row("broadcast_greater", "BroadcastGreater").data("lhs").data("rhs");
    row("broadcast_greater_equal", "BroadcastGreaterEqual").data("lhs").data("rhs");
    row("broadcast_lesser", "BroadcastLesser").data("lhs").data("rhs");
    row("broadcast_lesser_equal", "BroadcastLesserEqual").data("lhs").data("rhs");
    row("broadcast_logical_and", "BroadcastLogicalAnd").data("lhs").data("rhs");
    row("broadcast_logical_or", "BroadcastLogicalOr").data("lhs").data("rhs");
    row("broadcast_logical_xor", "BroadcastLogicalXor").data("lhs").data("rhs");
    row("_plus_scalar", "PlusScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_minus_scalar", "MinusScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_rminus_scalar", "RMinusScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_mul_scalar", "TimesScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_div_scalar", "DivScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_rdiv_scalar", "RDivScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_mod_scalar", "ModScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_rmod_scalar", "RModScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_power_scalar", "PowerScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_rpower_scalar", "RPowerScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_maximum_scalar", "MaximumScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_minimum_scalar", "MinimumScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_hypot_scalar", "HypotScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_equal_scalar", "EqualScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_not_equal_scalar", "NotEqualScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_greater_scalar", "GreaterScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_greater_equal_scalar", "GreaterEqualScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_lesser_scalar", "LesserScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_lesser_equal_scalar", "LesserEqualScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_logical_and_scalar", "LogicalAndScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_logical_or_scalar", "LogicalOrScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("_logical_xor_scalar", "LogicalXorScalar")
        .data("data")
        .attribute("scalar", "value", number())
        .ignoring("is_int");
    row("clip", "Clip")
        
        .data("data")
        
        .attribute("a_min", "min", number())
        
        .attribute("a_max", "max", number());
    row("smooth_l1", "SmoothL1").data("data").attribute("scalar", "scalar", number());
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

  private static Operator reduction(String mxnet, String annotation) {
    return row(mxnet, annotation)
        .data("data")
        .attribute("axis", "axis", tuple("None"))
        .attribute("keepdims", "keepdims", flag())
        .attribute("exclude", "exclude", flag());
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
      return List.of(data.get(0), positions);
    }
    return isTrue(attributes.get("preserve_shape"))
        ? data.subList(0, data.size() - 1)
        : data.subList(0, 1);
  }

  private static List<Integer> regressionLabel(List<Integer> data) {
    return data.size() == 2 && data.get(1) == 1 ? data.subList(0, 1) : data;
  }

  // ---- kinds of attributes; a value in `left` means the default

  private static Attribute integer(String... left) {
    return Attribute.of(
            Literal::integer, (node, name, axes) -> Integer.toString(node.integer(name)))
        .leaving(left);
  }

  private static Attribute number(String... left) {
    return Attribute.of(Literal::number, (node, name, axes) -> Literal.of(node.number(name)))
        .leaving(left);
  }

  private static Attribute flag(String... left) {
    return Attribute.of(Literal::flag, (node, name, axes) -> Literal.of(node.flag(name)))
        .leaving(left);
  }

  private static boolean isTrue(String value) {
    return "True".equals(value) || "true".equals(value) || "1".equals(value);
  }

  /// `(3, 3)`; `()` is the default.
  private static Attribute tuple(String... left) {
    return Attribute.of(Literal::integers, (node, name, axes) -> Literal.of(node.integers(name)))
        .leaving(left)
        .leaving("()", "[]");
  }

  /// `(3, 3)`, a number for each spatial axis, where one of ours stands for all.
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

  /// A number that is an array of one with us.
  private static Attribute single(String... left) {
    return Attribute.of(
            text -> List.of(Literal.integer(text)),
            (node, name, axes) -> Integer.toString(node.integers(name).get(0)))
        .leaving(left);
  }

  /// A tuple in which `None` leaves a place open.
  private static Attribute openTuple() {
    String none = Integer.toString(Symbol.NONE);
    return Attribute.of(
            text -> Literal.integers(text.replace("None", none)),
            (node, name, axes) -> Literal.of(node.integers(name)).replace(none, "None"))
        .leaving("()", "[]");
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
