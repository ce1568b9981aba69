package io.nacre.processor.picture;

import io.nacre.processor.resolve.LayerNode;
import java.util.Arrays;
import java.util.Set;

/// The colours of nodes, as MXNet's `plot_network` has them.
enum Color {
  VARIABLE("#8dd3c7"),
  PRODUCT(
      "#fb8072",
      "BatchDot Conv Deconvolution Dot Embedding FullyConnected RNN"),
  ACTIVATION(
      "#ffffb3",
      "Activation Elu LeakyRelu PRelu Relu Selu Sigmoid SoftRelu SoftSign Tanh"),
  NORMALIZATION(
      "#bebada",
      "BatchNorm GroupNorm InstanceNorm L2Normalization LRN LayerNorm"),
  POOLING("#80b1d3", "AvgPool LpPool MaxPool Pooling SumPool"),
  MOVEMENT(
      "#fdb462",
      "BroadcastAxis BroadcastLike BroadcastTo Concat Crop DepthToSpace ExpandDims Flatten Pad"
          + " RepeatElements Reshape ReshapeLike Reverse Slice SliceAxis SliceChannel SliceLike"
          + " SpaceToDepth Squeeze Stack SwapAxes Tile Transpose"),
  SCORE("#b3de69", "LogSoftmax Softmax SoftmaxActivation Softmin"),
  OTHER("#fccde5");

  private final String code;
  private final Set<String> annotations;

  Color(String code) {
    this.code = code;
    this.annotations = Set.of();
  }

  /// @param annotations the layers that have it, separated by spaces; all losses are scores besides
  Color(String code, String annotations) {
    this.code = code;
    this.annotations = Set.of(annotations.split(" "));
  }

  /// For HTML and DOT: `#8dd3c7`.
  String code() {
    return code;
  }

  static Color of(LayerNode node) {
    return switch (node.layer().variable()) {
      case INPUT, LABEL, PARAMETER, AUXILIARY -> VARIABLE;
      case NONE ->
          node.layer().isLoss(node.attributes())
              ? SCORE
              : Arrays.stream(values())
                  .filter(color -> color.annotations.contains(node.layer().annotation()))
                  .findFirst()
                  .orElse(OTHER);
    };
  }
}
