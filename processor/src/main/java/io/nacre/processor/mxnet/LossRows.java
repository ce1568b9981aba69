package io.nacre.processor.mxnet;

import static io.nacre.processor.mxnet.Kinds.constants;
import static io.nacre.processor.mxnet.Kinds.flag;
import static io.nacre.processor.mxnet.Kinds.number;

import java.util.List;
import java.util.Map;

/// Outputs that start gradients, and what holds them back.
final class LossRows {
  private LossRows() {}

  static void addTo(Rows rows) {
    rows.add("SoftmaxOutput", "SoftmaxOutput")
        .alias("Softmax")
        .data("data")
        .label(LossRows::softmaxLabel)
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
    rows.add("LinearRegressionOutput", "LinearRegressionOutput")
        .data("data")
        .label((data, attributes) -> regressionLabel(data))
        .batchFirst()
        .attribute("grad_scale", "gradScale", number());
    rows.add("LogisticRegressionOutput", "LogisticRegressionOutput")
        .data("data")
        .label((data, attributes) -> regressionLabel(data))
        .batchFirst()
        .attribute("grad_scale", "gradScale", number());
    rows.add("MAERegressionOutput", "MAERegressionOutput")
        .data("data")
        .label((data, attributes) -> regressionLabel(data))
        .batchFirst()
        .attribute("grad_scale", "gradScale", number());
    rows.add("SVMOutput", "SVMOutput")
        .data("data")
        .label((data, attributes) -> data.subList(0, data.size() - 1))
        .attribute("margin", "margin", number())
        .attribute("regularization_coefficient", "regularizationCoefficient", number())
        .attribute("use_linear", "useLinear", flag());
    rows.add("softmax_cross_entropy", "SoftmaxCrossEntropy").data("data").data("label");
    rows.add("MakeLoss", "MakeLoss")
        .data("data")
        .attribute("grad_scale", "gradScale", number())
        .attribute("valid_thresh", "validThresh", number())
        .attribute(
            "normalization", "normalization", constants("Normalization", "null", "batch", "valid"));
    rows.add("make_loss", "MakeLoss").data("data");
    rows.add("BlockGrad", "BlockGrad").alias("stop_gradient").data("data");
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

  private static boolean isTrue(String value) {
    return value != null && Literal.flag(value);
  }

  private static List<Integer> regressionLabel(List<Integer> data) {
    return data.size() == 2 && data.get(1) == 1 ? data.subList(0, 1) : data;
  }
}
