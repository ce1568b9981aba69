package io.nacre.samples.golden;

import io.nacre.processor.golden.FormulaWeights;
import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Parameter;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.data.IdxFile;
import io.nacre.samples.inceptionbn.InceptionBnGraph;
import io.nacre.samples.resnet20.ResNet20Graph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/// A network in the hands of the test that trains it as MXNet 1.9.1 did: images of Fashion-MNIST,
/// the one channel three times, in the order of the file, and weights by a formula.
///
/// @param forward from images and classes to probabilities
record Trainee(
    CompiledGraph graph, BiFunction<float[], float[], Tensor> forward, Runnable backward)
    implements AutoCloseable {
  static final int BATCH = 32;
  private static final int PIXELS = 28 * 28;
  private static final int CLASSES = 10;
  private static final double LEARNING_RATE = 0.02;
  private static final double MOMENTUM = 0.9;

  static Trainee inceptionBn() {
    InceptionBnGraph net = InceptionBnGraph.bind(Device.cpu(), BATCH);
    return new Trainee(
        net,
        (data, label) ->
            net.forward(
                    InceptionBnGraph.Data.of(data), InceptionBnGraph.SoftmaxLabel.of(label))
                .softmax(),
        net::backward);
  }

  static Trainee inceptionBnIn64() {
    InceptionBnIn64Graph net = InceptionBnIn64Graph.bind(Device.cpu(), BATCH);
    return new Trainee(
        net,
        (data, label) ->
            net.forward(
                    InceptionBnIn64Graph.Data.of(data),
                    InceptionBnIn64Graph.SoftmaxLabel.of(label))
                .softmax(),
        net::backward);
  }

  static Trainee resNet20() {
    ResNet20Graph net = ResNet20Graph.bind(Device.cpu(), BATCH);
    return new Trainee(
        net,
        (data, label) ->
            net.forward(ResNet20Graph.Data.of(data), ResNet20Graph.SoftmaxLabel.of(label))
                .softmax(),
        net::backward);
  }

  static Trainee resNet20In64() {
    ResNet20In64Graph net = ResNet20In64Graph.bind(Device.cpu(), BATCH);
    return new Trainee(
        net,
        (data, label) ->
            net.forward(ResNet20In64Graph.Data.of(data), ResNet20In64Graph.SoftmaxLabel.of(label))
                .softmax(),
        net::backward);
  }

  /// The loss of each of the first steps.
  double[] losses(int steps) {
    return losses(steps, 0, 0);
  }

  /// The same from first weights that differ.
  ///
  /// @param noise how much each first weight is changed, relative to itself
  /// @param seed of the changes
  double[] losses(int steps, double noise, long seed) {
    FormulaWeights.set(graph);
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : graph.parameters()) {
      double[] weights = parameter.value().toDoubles();
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= 1 + noise * random.nextGaussian();
      }
      parameter.value().set(weights);
    }
    IdxFile images = idx("train-1920-images-idx3-ubyte.gz");
    IdxFile labels = idx("train-1920-labels-idx1-ubyte.gz");
    Sgd sgd = new Sgd(LEARNING_RATE).momentum(MOMENTUM);
    double[] losses = new double[steps];
    for (int step = 0; step < steps; step++) {
      float[] label = labels(labels, step * BATCH);
      double[] p = forward.apply(data(images, step * BATCH), label).toDoubles();
      backward.run();
      sgd.update(graph);
      losses[step] = loss(p, label);
    }
    return losses;
  }

  private static float[] data(IdxFile images, int from) {
    float[] data = new float[BATCH * 3 * PIXELS];
    for (int i = 0; i < data.length; i++) {
      int image = from + i / (3 * PIXELS);
      data[i] = (float) (images.get(image * PIXELS + i % PIXELS) / 255);
    }
    return data;
  }

  private static float[] labels(IdxFile file, int from) {
    float[] labels = new float[BATCH];
    for (int i = 0; i < BATCH; i++) {
      labels[i] = (float) file.get(from + i);
    }
    return labels;
  }

  private static double loss(double[] p, float[] labels) {
    double sum = 0;
    for (int i = 0; i < BATCH; i++) {
      sum -= Math.log(p[i * CLASSES + (int) labels[i]]);
    }
    return sum / BATCH;
  }

  /// Of the golden cases that come with the processor's tests.
  private static IdxFile idx(String name) {
    try (InputStream in = FormulaWeights.class.getResourceAsStream("/golden/train/" + name)) {
      return IdxFile.read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
