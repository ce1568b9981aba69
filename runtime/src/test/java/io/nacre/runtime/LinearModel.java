package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Segment;

/// What a generated graph looks like, by hand: out = data * weight' + bias, half the squared
/// distance from the label as its loss.
final class LinearModel extends CompiledGraph {
  static final GraphSpec SPEC = spec("Linear");

  private static final int WEIGHT = 4;
  private static final int BIAS = 12;
  private static final int OUT = 4;

  private final float[] data;
  private final float[] labels;
  private final float[] outputs;
  private final Job forward = this::forward;
  private final Job backward = this::backward;
  private int rows;

  private LinearModel(GraphSpec spec, Device device, int batch, LinearModel sharing) {
    super(spec, device, batch, sharing);
    data = work32("Linear", 3, 0, batch);
    labels = work32("Linear", 2, 0, batch);
    outputs = work32("Linear", 2, OUT, batch);
  }

  static GraphSpec spec(String model) {
    return GraphSpec.builder(model)
        .input("data", Shape.of(Shape.N, 3), DataType.FLOAT32)
        .parameter("fc_weight", Shape.of(2, 3), DataType.FLOAT32, WEIGHT)
        .parameter("fc_bias", Shape.of(2), DataType.FLOAT32, BIAS)
        .label("out_label", Shape.of(Shape.N, 2), DataType.FLOAT32)
        .auxiliary("bn_moving_var", Shape.of(2), DataType.FLOAT32, 1)
        .head("out", "out_output", Shape.of(Shape.N, 2), DataType.FLOAT32)
        .segment(Segment.PARAMETERS, DataType.FLOAT32, 16)
        .segment(Segment.AUXILIARY, DataType.FLOAT32, 4)
        .build();
  }

  static LinearModel bind(Device device, int batch) {
    return new LinearModel(SPEC, device, batch, null);
  }

  static LinearModel bind(GraphSpec spec, Device device, int batch, LinearModel sharing) {
    return new LinearModel(spec, device, batch, sharing);
  }

  LinearModel bindSharing(int batch) {
    return new LinearModel(SPEC, device(), batch, this);
  }

  void forward(Data data, OutLabel label) {
    int rows = rows(data, label);
    data.copyTo(this.data, 0);
    label.copyTo(labels, 0);
    this.rows = rows;
    run(forward);
  }

  public void backward() {
    if (rows == 0) {
      throw new IllegalStateException("Linear: backward() before forward()");
    }
    run(backward);
  }

  Tensor out() {
    return view(outputs, OUT, Shape.of(rows, 2));
  }

  int rowsOf(Feed... feeds) {
    return rows(feeds);
  }

  float[] parameterArray() {
    return parameters32();
  }

  float[] gradientArray() {
    return gradients32();
  }

  static float[] work(long perSample, long constant, int batch) {
    return work32("Linear", perSample, constant, batch);
  }

  private void forward(Worker worker) {
    float[] p = parameters32();
    for (int row = worker.from(rows); row < worker.to(rows); row++) {
      for (int j = 0; j < 2; j++) {
        float sum = p[BIAS + j];
        for (int k = 0; k < 3; k++) {
          sum = Math.fma(data[row * 3 + k], p[WEIGHT + j * 3 + k], sum);
        }
        outputs[OUT + row * 2 + j] = sum;
      }
    }
  }

  private void backward(Worker worker) {
    float[] g = gradients32();
    for (int j = worker.from(2); j < worker.to(2); j++) {
      g[BIAS + j] = 0;
      for (int k = 0; k < 3; k++) {
        g[WEIGHT + j * 3 + k] = 0;
      }
      for (int row = 0; row < rows; row++) {
        float difference = outputs[OUT + row * 2 + j] - labels[row * 2 + j];
        g[BIAS + j] += difference;
        for (int k = 0; k < 3; k++) {
          g[WEIGHT + j * 3 + k] += difference * data[row * 3 + k];
        }
      }
    }
  }

  /// The role type of the input.
  static final class Data extends Feed {
    private Data(float[] values) {
      super("data", Shape.of(Shape.N, 3), values);
    }

    static Data of(float... values) {
      return new Data(values);
    }
  }

  /// The role type of the label.
  static final class OutLabel extends Feed {
    private OutLabel(double[] values) {
      super("out_label", Shape.of(Shape.N, 2), values);
    }

    static OutLabel of(double... values) {
      return new OutLabel(values);
    }
  }
}
