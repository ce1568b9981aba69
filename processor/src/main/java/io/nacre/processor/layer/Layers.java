package io.nacre.processor.layer;

import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.ir.Reduce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The built-in layers: one line each, here or in [ElementwiseLayers].
public final class Layers {
  private static final List<Layer> REST =
      List.of(
          new InputLayer(),
          new VariableLayer(),
          new LabelLayer(),
          new ParameterLayer(),
          new AuxiliaryLayer(),
          new ConvLayer(),
          new FullyConnectedLayer(),
          new BatchNormLayer(),
          new DropoutLayer(),
          new DotLayer(),
          new BatchDotLayer(),
          new DeconvolutionLayer(),
          new EmbeddingLayer(),
          new TakeLayer(),
          new BatchTakeLayer(),
          new PickLayer(),
          new OneHotLayer(),
          new GatherNdLayer(),
          new WhereLayer(),
          new SequenceMaskLayer(),
          new SequenceLastLayer(),
          new SequenceReverseLayer(),
          new RNNLayer(),
          new FlattenLayer(),
          new ActivationLayer(),
          FunctionLayer.of("Relu", PointwiseFunction.RELU),
          FunctionLayer.of("Sigmoid", PointwiseFunction.SIGMOID),
          FunctionLayer.of("Tanh", PointwiseFunction.TANH),
          FunctionLayer.of("SoftRelu", PointwiseFunction.SOFTRELU),
          FunctionLayer.of("SoftSign", PointwiseFunction.SOFTSIGN),
          PoolingLayer.named(),
          PoolingLayer.of("MaxPool", Pool.Kind.MAX),
          PoolingLayer.of("AvgPool", Pool.Kind.AVERAGE),
          PoolingLayer.of("SumPool", Pool.Kind.SUM),
          PoolingLayer.of("LpPool", Pool.Kind.LP),
          new ElementwiseLayer("Plus", PointwiseFunction.ADD),
          new ElementwiseLayer("Minus", PointwiseFunction.SUBTRACT),
          new ElementwiseLayer("Times", PointwiseFunction.MULTIPLY),
          new ElementwiseLayer("Div", PointwiseFunction.DIVIDE),
          new ConcatLayer(),
          new StackLayer(),
          new SliceChannelLayer(),
          new SliceAxisLayer(),
          new SliceLayer(),
          new SliceLikeLayer(),
          new CropLayer(),
          new ReshapeLayer(),
          new ReshapeLikeLayer(),
          new TransposeLayer(),
          new SwapAxesLayer(),
          new ExpandDimsLayer(),
          new SqueezeLayer(),
          new TileLayer(),
          new RepeatElementsLayer(),
          new ReverseLayer(),
          new PadLayer(),
          new BroadcastToLayer(),
          new BroadcastAxisLayer(),
          new BroadcastLikeLayer(),
          BlockMoveLayer.depthToSpace(),
          BlockMoveLayer.spaceToDepth(),
          new UpSamplingLayer(),
          new AddNLayer(),
          LeakyReluLayer.named(),
          LeakyReluLayer.of("Elu", "ELU"),
          LeakyReluLayer.of("Selu", "SELU"),
          LeakyReluLayer.of("PRelu", "PRELU"),
          LeakyReluLayer.of("Gelu", "GELU"),
          new SoftmaxLayer("Softmax", SoftmaxLayer.Kind.SOFTMAX),
          new SoftmaxLayer("LogSoftmax", SoftmaxLayer.Kind.LOG),
          new SoftmaxLayer("Softmin", SoftmaxLayer.Kind.NEGATIVE),
          new SoftmaxActivationLayer(),
          new LRNLayer(),
          new L2NormalizationLayer(),
          new InstanceNormLayer(),
          new LayerNormLayer(),
          new GroupNormLayer(),
          new ReductionLayer("Sum", ReductionLayer.by(Reduce.Kind.SUM)),
          new ReductionLayer("Mean", ReductionLayer::mean),
          new ReductionLayer("Max", ReductionLayer.by(Reduce.Kind.MAX)),
          new ReductionLayer("Min", ReductionLayer.by(Reduce.Kind.MIN)),
          new ReductionLayer("Prod", ReductionLayer.by(Reduce.Kind.PRODUCT)),
          new ReductionLayer("NanSum", ReductionLayer.withoutNaN(Reduce.Kind.SUM, 0)),
          new ReductionLayer("NanProd", ReductionLayer.withoutNaN(Reduce.Kind.PRODUCT, 1)),
          new NormLayer(),
          new ArgReductionLayer("ArgMax", Reduce.Kind.MAX, false),
          new ArgReductionLayer("ArgMin", Reduce.Kind.MIN, false),
          new ArgReductionLayer("ArgMaxChannel", Reduce.Kind.MAX, true),
          new SoftmaxOutputLayer(),
          new RegressionOutputLayer("LinearRegressionOutput", RegressionOutputLayer.Kind.LINEAR),
          new RegressionOutputLayer(
              "LogisticRegressionOutput", RegressionOutputLayer.Kind.LOGISTIC),
          new RegressionOutputLayer("MAERegressionOutput", RegressionOutputLayer.Kind.ABSOLUTE),
          new SVMOutputLayer(),
          new SoftmaxCrossEntropyLayer(),
          new MakeLossLayer(),
          new BlockGradLayer(),
          new CastLayer(),
          FillLayer.of("Zeros", 0),
          FillLayer.of("Ones", 1),
          FillLayer.withNumber("Full"),
          new ArangeLayer(),
          SortLayer.ofElements(),
          SortLayer.ofPlaces(),
          new TopKLayer());

  private static final List<Layer> ALL =
      Stream.concat(REST.stream(), ElementwiseLayers.ALL.stream()).toList();

  private static final Map<String, Layer> BY_ANNOTATION =
      ALL.stream().collect(Collectors.toMap(Layer::annotation, Function.identity()));

  private Layers() {}

  /// The layer of an annotation, by the annotation's simple name.
  public static Optional<Layer> of(String annotation) {
    return Optional.ofNullable(BY_ANNOTATION.get(annotation));
  }

  public static List<Layer> all() {
    return ALL;
  }
}
