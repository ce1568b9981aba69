package io.nacre.processor.mxnet;

import static io.nacre.processor.mxnet.Kinds.constants;
import static io.nacre.processor.mxnet.Kinds.dtype;
import static io.nacre.processor.mxnet.Kinds.flag;
import static io.nacre.processor.mxnet.Kinds.integer;
import static io.nacre.processor.mxnet.Kinds.number;
import static io.nacre.processor.mxnet.Kinds.openInteger;
import static io.nacre.processor.mxnet.Kinds.perAxis;
import static io.nacre.processor.mxnet.Kinds.single;
import static io.nacre.processor.mxnet.Kinds.tuple;

import java.util.Map;

/// Layers of networks: products, windows, normalizations, activations.
final class LayerRows {
  private LayerRows() {}

  static void addTo(Rows rows) {
    rows.add("FullyConnected", "FullyConnected")
        .data("data")
        .parameters("weight", "bias")
        .batchFirst()
        .attribute("num_hidden", "units", integer())
        .attribute("flatten", "flatten", flag())
        .attribute("no_bias", "noBias", flag());
    rows.add("Convolution", "Conv")
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
    rows.add("BatchNorm", "BatchNorm")
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
    rows.add("Dropout", "Dropout")
        .outputs(2)
        .data("data")
        .attribute("p", "p", number())
        .attribute("mode", "mode", constants("DropoutMode", "training", "always"))
        .attribute("axes", "axes", tuple())
        .ignoring("cudnn_off");
    rows.add("Pooling", "Pooling")
        .outputs(LayerRows::poolingOutputs)
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
        .attribute("p_value", "pValue", openInteger())
        .only("output_size", "None")
        .completing(LayerRows::completePooling)
        .only("layout", "None", "NCW", "NCHW", "NCDHW")
        .ignoring("cudnn_off");
    rows.add("Flatten", "Flatten").alias("flatten").data("data").batchFirst();
    rows.add("Deconvolution", "Deconvolution")
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
    rows.add("Embedding", "Embedding")
        .data("data")
        .parameters("weight")
        .attribute("input_dim", "inputDim", integer())
        .attribute("output_dim", "outputDim", integer())
        .attribute("dtype", "dtype", dtype().leaving("float32"))
        .ignoring("sparse_grad");
    rows.add("RNN", "RNN")
        .data("data")
        .parameters("parameters")
        .data("state")
        .data("state_cell")
        .data("sequence_length")
        .fixedBatch()
        .attribute(
            "mode", "mode", constants("RNNMode", "rnn_relu", "rnn_tanh", "lstm", "gru"))
        .attribute("state_size", "stateSize", integer())
        .attribute("num_layers", "numLayers", integer())
        .attribute("bidirectional", "bidirectional", flag())
        .attribute("p", "p", number())
        .attribute("state_outputs", "stateOutputs", flag())
        .attribute("use_sequence_length", "useSequenceLength", flag())
        .attribute("lstm_state_clip_min", "lstmStateClipMin", number("None"))
        .attribute("lstm_state_clip_max", "lstmStateClipMax", number("None"))
        .attribute("lstm_state_clip_nan", "lstmStateClipNan", flag())
        .only("projection_size", "None")
        .always("num_layers");
    rows.add("Activation", "Activation")
        .data("data")
        .attribute(
            "act_type",
            "value",
            constants("ActivationType", "relu", "sigmoid", "tanh", "softrelu", "softsign"));
    rows.add("relu", "Relu").data("data");
    rows.add("sigmoid", "Sigmoid").data("data");
    rows.add("tanh", "Tanh").data("data");
    rows.add("softsign", "SoftSign").data("data");
    rows.add("UpSampling", "UpSampling")
        .data("data")
        .anyNumber()
        .batchFirst()
        .attribute("scale", "scale", single())
        .attribute("num_filter", "filters", integer())
        .attribute("sample_type", "sampleType", constants("SampleType", "nearest"))
        .attribute(
            "multi_input_mode", "multiInputMode", constants("MultiInputMode", "concat", "sum"))
        .counting("num_args")
        .always("sample_type")
        .ignoring("workspace");
    rows.add("LeakyReLU", "LeakyRelu")
        .data("data")
        .parameters("gamma")
        .attribute(
            "act_type",
            "type",
            constants("LeakyReluType", "leaky", "prelu", "elu", "selu", "gelu", "rrelu"))
        .attribute("slope", "slope", number())
        .attribute("lower_bound", "lowerBound", number())
        .attribute("upper_bound", "upperBound", number());
    rows.add("softmax", "Softmax")
        .data("data")
        .data("length")
        .attribute("axis", "axis", integer())
        .attribute("temperature", "temperature", number("None"))
        .attribute("use_length", "useLength", flag("None"))
        .only("dtype", "None");
    rows.add("log_softmax", "LogSoftmax")
        .data("data")
        .attribute("axis", "axis", integer())
        .attribute("temperature", "temperature", number("None"))
        .only("use_length", "None", "False", "0")
        .only("dtype", "None");
    rows.add("softmin", "Softmin")
        .data("data")
        .attribute("axis", "axis", integer())
        .attribute("temperature", "temperature", number("None"))
        .only("use_length", "None", "False", "0")
        .only("dtype", "None");
    rows.add("SoftmaxActivation", "SoftmaxActivation")
        .data("data")
        .attribute("mode", "mode", constants("SoftmaxMode", "instance", "channel"));
    rows.add("LRN", "LRN")
        .outputs(2)
        .data("data")
        .batchFirst()
        .attribute("alpha", "alpha", number())
        .attribute("beta", "beta", number())
        .attribute("knorm", "knorm", number())
        .attribute("nsize", "nsize", integer());
    rows.add("L2Normalization", "L2Normalization")
        .outputs(2)
        .data("data")
        .batchFirst()
        .attribute("eps", "eps", number())
        .attribute(
            "mode", "mode", constants("L2NormalizationMode", "instance", "channel", "spatial"));
    rows.add("InstanceNorm", "InstanceNorm")
        .outputs(3)
        .data("data")
        .parameters("gamma", "beta")
        .batchFirst()
        .attribute("eps", "eps", number());
    rows.add("LayerNorm", "LayerNorm")
        .outputs(3)
        .data("data")
        .parameters("gamma", "beta")
        .attribute("axis", "axis", integer())
        .attribute("eps", "eps", number())
        .attribute("output_mean_var", "outputMeanVar", flag());
    rows.add("GroupNorm", "GroupNorm")
        .outputs(3)
        .data("data")
        .parameters("gamma", "beta")
        .batchFirst()
        .attribute("num_groups", "numGroups", integer())
        .attribute("eps", "eps", number())
        .attribute("output_mean_var", "outputMeanVar", flag());
    rows.shortForm("MaxPool", "Pooling", "pool_type", "max")
        .without("count_include_pad", "p_value");
    rows.shortForm("AvgPool", "Pooling", "pool_type", "avg").without("p_value");
    rows.shortForm("SumPool", "Pooling", "pool_type", "sum")
        .without("count_include_pad", "p_value");
    rows.shortForm("LpPool", "Pooling", "pool_type", "lp")
        .without("count_include_pad");
    rows.shortForm("SoftRelu", "Activation", "act_type", "softrelu");
  }

  /// MXNet's Lp pooling has no default for p.
  private static void completePooling(Map<String, String> attributes) {
    if ("lp".equals(attributes.get("pool_type"))) {
      attributes.putIfAbsent("p_value", "2");
    }
  }

  /// With oneDNN, as MXNet is built, the places of the maxima are an output.
  private static int poolingOutputs(Map<String, String> attributes) {
    boolean max = attributes.getOrDefault("pool_type", "max").equals("max");
    return max && attributes.containsKey("kernel") ? 2 : 1;
  }
}
