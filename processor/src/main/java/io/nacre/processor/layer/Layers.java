package io.nacre.processor.layer;

import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The built-in layers: one line each.
public final class Layers {
  private static final List<Layer> ALL =
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
          ActivationLayer.named(),
          ActivationLayer.of("Relu", PointwiseFunction.RELU),
          ActivationLayer.of("Sigmoid", PointwiseFunction.SIGMOID),
          ActivationLayer.of("Tanh", PointwiseFunction.TANH),
          ActivationLayer.of("SoftRelu", PointwiseFunction.SOFTRELU),
          ActivationLayer.of("SoftSign", PointwiseFunction.SOFTSIGN),
          PoolingLayer.named(),
          PoolingLayer.of("MaxPool", Pool.Kind.MAX),
          PoolingLayer.of("AvgPool", Pool.Kind.AVERAGE),
          PoolingLayer.of("SumPool", Pool.Kind.SUM),
          PoolingLayer.of("LpPool", Pool.Kind.LP),
          new ElementwiseLayer("Plus", PointwiseFunction.ADD),
          new ElementwiseLayer("Minus", PointwiseFunction.SUBTRACT),
          new ElementwiseLayer("Times", PointwiseFunction.MULTIPLY),
          new ElementwiseLayer("Div", PointwiseFunction.DIVIDE),
          new SoftmaxOutputLayer(),
          new LinearRegressionOutputLayer());

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
