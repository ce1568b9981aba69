// Written by Nacre from LeNet. Changes will be lost.
package demo;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.DataType;
import io.nacre.runtime.Device;
import io.nacre.runtime.Feed;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Job;
import io.nacre.runtime.Parameter;
import io.nacre.runtime.ParameterSet;
import io.nacre.runtime.Shape;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.ConvolutionGeometry;
import io.nacre.runtime.kernel.ConvolutionKernel;
import io.nacre.runtime.kernel.FloatMath;
import io.nacre.runtime.kernel.MatMulKernel;
import io.nacre.runtime.kernel.PartialResults;
import io.nacre.runtime.kernel.PoolingGeometry;
import io.nacre.runtime.kernel.PoolingKernel;
import io.nacre.runtime.kernel.PoolingType;
import io.nacre.runtime.kernel.VectorSupport;
import io.nacre.runtime.kernel.vector.FloatVectorMath;
import io.nacre.runtime.kernel.vector.Lanes;
import java.lang.Float;
import java.lang.IllegalStateException;
import java.lang.Math;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// {@link LeNet}, ready to run.
///
/// | layer       | type             | output shape     | parameters | inputs             |
/// | ----------- | ---------------- | ---------------- | ---------: | ------------------ |
/// | `data`      | `Input`          | N x 1 x 28 x 28  |            |                    |
/// | `conv1`     | `Conv`           | N x 20 x 24 x 24 |        520 | `data`             |
/// | `tanh1`     | `Tanh`           | N x 20 x 24 x 24 |            | `conv1`            |
/// | `pool1`     | `MaxPool`        | N x 20 x 12 x 12 |            | `tanh1`            |
/// | `conv2`     | `Conv`           | N x 50 x 8 x 8   |     25,050 | `pool1`            |
/// | `tanh2`     | `Tanh`           | N x 50 x 8 x 8   |            | `conv2`            |
/// | `pool2`     | `MaxPool`        | N x 50 x 4 x 4   |            | `tanh2`            |
/// | `fc1`       | `FullyConnected` | N x 500          |    400,500 | `pool2`            |
/// | `tanh3`     | `Tanh`           | N x 500          |            | `fc1`              |
/// | `fc2`       | `FullyConnected` | N x 10           |      5,010 | `tanh3`            |
/// | `out_label` | `Label`          | N                |            |                    |
/// | `out`       | `SoftmaxOutput`  | N x 10           |            | `fc2`, `out_label` |
@Generated("io.nacre.processor.NacreProcessor")
final class LeNetGraph extends CompiledGraph {
  /// How many numbers are trained.
  public static final long PARAMETERS = 431080L;

  /// Names, shapes and types of all nodes, and what they take.
  public static final GraphSpec SPEC = specification();
  private final float[] trainingWork;
  private final float[] inferenceWork;
  private final Training training;
  private final Job forwardPass;
  private final Job backwardPass;
  private final Inference inference;
  private final Job inferencePass;
  private final Heads trainingHeads;
  private final Heads inferenceHeads;

  /// How many samples the last {@code forward} had.
  private int rows;

  /// Whether {@code backward} may run: it reuses the memory of what it reads, so it needs a
  /// {@code forward} each time.
  private boolean forwarded;

  /// How many samples the last {@code infer} had.
  private int inferenceRows;

  private LeNetGraph(Device device, int batch, LeNetGraph sharing) {
    super(SPEC, device, batch, sharing);
    trainingWork = work32("LeNet", 35360L, 12L, batch);
    inferenceWork = work32("LeNet", 23040L, 12L, batch);
    training = new Training(this);
    inference = new Inference(this);
    forwardPass = worker -> training.forward(worker, rows);
    backwardPass = worker -> training.backward(worker, rows);
    inferencePass = worker -> inference.forward(worker, inferenceRows);
    trainingHeads = new Heads(this, true);
    inferenceHeads = new Heads(this, false);
  }

  /// Bytes of weights, gradients, states and work memory that training takes
  /// with {@code n} samples: 141,440 n + 3,449,360.
  public static long trainingBytes(int n) {
    return SPEC.trainingBytes(n);
  }

  /// Bytes of weights, states and work memory that prediction takes
  /// with {@code n} samples: 92,160 n + 1,724,704.
  public static long inferenceBytes(int n) {
    return SPEC.inferenceBytes(n);
  }

  /// Floating-point operations of one forward and backward pass
  /// with {@code n} samples: 13,302,850 n.
  public static long trainingFlops(int n) {
    return SPEC.trainingFlops(n);
  }

  /// Floating-point operations of one prediction
  /// with {@code n} samples: 4,631,220 n.
  public static long inferenceFlops(int n) {
    return SPEC.inferenceFlops(n);
  }

  /// Names, shapes and places, as the runtime wants them.
  private static GraphSpec specification() {
    GraphSpec.Builder spec = GraphSpec.builder("LeNet");
    spec.input("data", Shape.of(Shape.N, 1, 28, 28), DataType.FLOAT32);
    spec.parameter("conv1_weight", Shape.of(20, 1, 5, 5), DataType.FLOAT32, 12);
    spec.parameter("conv1_bias", Shape.of(20), DataType.FLOAT32, 524);
    spec.parameter("conv2_weight", Shape.of(50, 20, 5, 5), DataType.FLOAT32, 556);
    spec.parameter("conv2_bias", Shape.of(50), DataType.FLOAT32, 25564);
    spec.parameter("fc1_weight", Shape.of(500, 800), DataType.FLOAT32, 25628);
    spec.parameter("fc1_bias", Shape.of(500), DataType.FLOAT32, 425628);
    spec.parameter("fc2_weight", Shape.of(10, 500), DataType.FLOAT32, 426140);
    spec.parameter("fc2_bias", Shape.of(10), DataType.FLOAT32, 431148);
    spec.label("out_label", Shape.of(Shape.N), DataType.FLOAT32);
    spec.head("out", "out_output", Shape.of(Shape.N, 10), DataType.FLOAT32);
    spec.segment(GraphSpec.Segment.PARAMETERS, DataType.FLOAT32, 431164);
    spec.layers(
        """
        conv1 Conv float32 N,20,24,24 data conv1_weight conv1_bias
        tanh1 Tanh float32 N,20,24,24 conv1
        pool1 MaxPool float32 N,20,12,12 tanh1
        conv2 Conv float32 N,50,8,8 pool1 conv2_weight conv2_bias
        tanh2 Tanh float32 N,50,8,8 conv2
        pool2 MaxPool float32 N,50,4,4 tanh2
        fc1 FullyConnected float32 N,500 pool2 fc1_weight fc1_bias
        tanh3 Tanh float32 N,500 fc1
        fc2 FullyConnected float32 N,10 tanh3 fc2_weight fc2_bias
        out SoftmaxOutput float32 N,10 fc2 out_label
        """);
    spec.training(141440L, 3449360L, 13302850L, 0L);
    spec.inference(92160L, 1724704L, 4631220L, 0L);
    return spec.build();
  }

  /// Allocates everything for at most {@code batch} samples on a device; all weights are 0.
  public static LeNetGraph bind(Device device, int batch) {
    return new LeNetGraph(device, batch, null);
  }

  /// Binds the model once more, for at most {@code batch} samples, with the same weights.
  public LeNetGraph bindSharing(int batch) {
    return new LeNetGraph(device(), batch, this);
  }

  /// Computes the heads, as training sees them.
  ///
  /// @return views of the heads, valid until the next call
  public Heads forward(Data data, OutLabel out_label) {
    rows = rows(data, out_label);
    data.copyTo(trainingWork, 12 + 34560 * batch());
    out_label.copyTo(trainingWork, 12 + 25920 * batch());
    run(forwardPass);
    forwarded = true;
    trainingHeads.rows = rows;
    return trainingHeads;
  }

  /// Computes all gradients of the last {@code forward}.
  ///
  /// @throws IllegalStateException if there was none since the last {@code backward}
  public void backward() {
    if (!forwarded) {
      throw new IllegalStateException("LeNet: backward() needs a forward() before it");
    }
    forwarded = false;
    run(backwardPass);
  }

  /// Computes the heads as a prediction.
  ///
  /// @return views of the heads, valid until the next call
  public Heads infer(Data data) {
    inferenceRows = rows(data);
    data.copyTo(inferenceWork, 12 + 11520 * batch());
    run(inferencePass);
    inferenceHeads.rows = inferenceRows;
    return inferenceHeads;
  }

  /// The weights and their gradients by name.
  @Override
  public Parameters parameters() {
    return new Parameters(this);
  }

  /// The network as a symbol file of Apache MXNet 1.9.1.
  public static String toJson() {
    return readText(LeNetGraph.class.getResourceAsStream("LeNetGraph-symbol.json"), "LeNetGraph-symbol.json");
  }

  /// The input {@code data}: N x 1 x 28 x 28, float32.
  public static final class Data extends Feed {
    public static final Shape SHAPE = Shape.of(Shape.N, 1, 28, 28);

    private Data(Object values) {
      super("data", SHAPE, values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static Data of(float[] values) {
      return new Data(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static Data of(double[] values) {
      return new Data(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static Data of(int[] values) {
      return new Data(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static Data of(long[] values) {
      return new Data(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static Data of(byte[] values) {
      return new Data(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static Data of(Tensor values) {
      return new Data(values);
    }
  }

  /// The label {@code out_label}: N, float32.
  public static final class OutLabel extends Feed {
    public static final Shape SHAPE = Shape.of(Shape.N);

    private OutLabel(Object values) {
      super("out_label", SHAPE, values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static OutLabel of(float[] values) {
      return new OutLabel(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static OutLabel of(double[] values) {
      return new OutLabel(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static OutLabel of(int[] values) {
      return new OutLabel(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static OutLabel of(long[] values) {
      return new OutLabel(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static OutLabel of(byte[] values) {
      return new OutLabel(values);
    }

    /// Feeds {@code values}, in row-major order; they are copied when they are used.
    public static OutLabel of(Tensor values) {
      return new OutLabel(values);
    }
  }

  /// What the model computes.
  public static final class Heads {
    private final float[] out$array;
    private final int out$at;
    private int rows;

    private Heads(LeNetGraph graph, boolean training) {
      if (training) {
        out$array = graph.trainingWork;
        out$at = 12 + 35344 * graph.batch();
      } else {
        out$array = graph.inferenceWork;
        out$at = 12 + 16 * graph.batch();
      }
    }

    /// {@link LeNet#out}: N x 10, float32.
    public Tensor out() {
      return view(out$array, out$at, Shape.of(Shape.N, 10).at(rows));
    }
  }

  /// The parameters by name.
  public static final class Parameters extends ParameterSet {
    private Parameters(LeNetGraph graph) {
      super(graph);
    }

    /// {@code conv1_weight}: 20 x 1 x 5 x 5, float32.
    public Parameter conv1_weight() {
      return get("conv1_weight");
    }

    /// {@code conv1_bias}: 20, float32.
    public Parameter conv1_bias() {
      return get("conv1_bias");
    }

    /// {@code conv2_weight}: 50 x 20 x 5 x 5, float32.
    public Parameter conv2_weight() {
      return get("conv2_weight");
    }

    /// {@code conv2_bias}: 50, float32.
    public Parameter conv2_bias() {
      return get("conv2_bias");
    }

    /// {@code fc1_weight}: 500 x 800, float32.
    public Parameter fc1_weight() {
      return get("fc1_weight");
    }

    /// {@code fc1_bias}: 500, float32.
    public Parameter fc1_bias() {
      return get("fc1_bias");
    }

    /// {@code fc2_weight}: 10 x 500, float32.
    public Parameter fc2_weight() {
      return get("fc2_weight");
    }

    /// {@code fc2_bias}: 10, float32.
    public Parameter fc2_bias() {
      return get("fc2_bias");
    }
  }

  private static final class Training {
    private static final int conv1_weight = 12;
    private static final int conv1_bias = 524;
    private static final int conv2_weight = 556;
    private static final int conv2_bias = 25564;
    private static final int fc1_weight = 25628;
    private static final int fc1_bias = 425628;
    private static final int fc2_weight = 426140;
    private static final int fc2_bias = 431148;
    private static final int fc2_bias$grad = 431148;
    private static final int fc2_weight$grad = 426140;
    private static final int fc1_bias$grad = 425628;
    private static final int fc1_weight$grad = 25628;
    private static final int conv2_bias$grad = 25564;
    private static final int conv2_weight$grad = 556;
    private static final int conv1_bias$grad = 524;
    private static final int conv1_weight$grad = 12;
    private final float[] work;
    private final float[] parameters;
    private final float[] gradients;
    private final int data;
    private final int conv1;
    private final int tanh1;
    private final int pool1;
    private final int conv2;
    private final int tanh2;
    private final int pool2;
    private final int fc1;
    private final int tanh3;
    private final int fc2$1;
    private final int fc2;
    private final int out$max;
    private final int out$exp;
    private final int out$sum;
    private final int out;
    private final int out_label;
    private final int fc2$grad;
    private final int tanh3$grad;
    private final int fc1$grad;
    private final int pool2$grad;
    private final int tanh2$grad;
    private final int conv2$grad;
    private final int pool1$grad;
    private final int tanh1$grad;
    private final int conv1$grad;

    Training(LeNetGraph graph) {
      work = graph.trainingWork;
      parameters = graph.parameters32();
      gradients = graph.gradients32();
      int batch = graph.batch();
      data = 12 + 34560 * batch; // N x 1 x 28 x 28
      conv1 = 12; // N x 20 x 24 x 24
      tanh1 = 12 + 11520 * batch; // N x 20 x 24 x 24
      pool1 = 12 + 23040 * batch; // N x 20 x 12 x 12
      conv2 = 12; // N x 50 x 8 x 8
      tanh2 = 12 + 3200 * batch; // N x 50 x 8 x 8
      pool2 = 12 + 6400 * batch; // N x 50 x 4 x 4
      fc1 = 12; // N x 500
      tanh3 = 12 + 512 * batch; // N x 500
      fc2$1 = 12; // N x 10
      fc2 = 12 + 16 * batch; // N x 10
      out$max = 12; // N x 1
      out$exp = 12 + 32 * batch; // N x 10
      out$sum = 12; // N x 1
      out = 12 + 35344 * batch; // N x 10
      out_label = 12 + 25920 * batch; // N
      fc2$grad = 12 + 1024 * batch; // N x 10
      tanh3$grad = 12; // N x 500
      fc1$grad = 12 + 1024 * batch; // N x 500
      pool2$grad = 12 + 7200 * batch; // N x 800
      tanh2$grad = 12; // N x 50 x 8 x 8
      conv2$grad = 12 + 6400 * batch; // N x 50 x 8 x 8
      pool1$grad = 12 + 25920 * batch; // N x 20 x 12 x 12
      tanh1$grad = 12; // N x 20 x 24 x 24
      conv1$grad = 12 + 23040 * batch; // N x 20 x 24 x 24
    }

    void forward(Worker worker, int n) {
      forward_conv1(worker, n);
      worker.barrier();
      forward_tanh1(worker, n);
      worker.barrier();
      forward_pool1(worker, n);
      worker.barrier();
      forward_conv2(worker, n);
      worker.barrier();
      forward_tanh2(worker, n);
      worker.barrier();
      forward_pool2(worker, n);
      worker.barrier();
      forward_fc1(worker, n);
      worker.barrier();
      forward_tanh3(worker, n);
      worker.barrier();
      forward_fc2(worker, n);
      worker.barrier();
      forward_out(worker, n);
    }

    void backward(Worker worker, int n) {
      backward_out(worker, n);
      worker.barrier();
      backward_fc2(worker, n);
      worker.barrier();
      backward_tanh3(worker, n);
      worker.barrier();
      backward_fc1(worker, n);
      worker.barrier();
      backward_pool2(worker, n);
      worker.barrier();
      backward_tanh2(worker, n);
      worker.barrier();
      backward_conv2(worker, n);
      worker.barrier();
      backward_pool1(worker, n);
      worker.barrier();
      backward_tanh1(worker, n);
      worker.barrier();
      backward_conv1(worker, n);
    }

    /// {@link LeNet#conv1}: {@code @Conv(filters = 20, kernel = 5)}, N x 20 x 24 x 24.
    private void forward_conv1(Worker worker, int n) {
      // conv1 = convolution(data, conv1_weight)
      ConvolutionKernel.forward(worker, Geometry.CONV_1x28x28_BY_5x5_TO_20, n, work, data,
          parameters, conv1_weight, work, conv1);
    }

    /// {@link LeNet#tanh1}: {@code @Tanh}, N x 20 x 24 x 24.
    private void forward_tanh1(Worker worker, int n) {
      // tanh1 = tanh(conv1 + conv1_bias)
      Loops.add_tanh_Nx20x576(worker, n, work, conv1, parameters, conv1_bias, work, tanh1);
    }

    /// {@link LeNet#pool1}: {@code @MaxPool(kernel = 2, stride = 2)}, N x 20 x 12 x 12.
    private void forward_pool1(Worker worker, int n) {
      // pool1 = pool(tanh1)
      PoolingKernel.forward(worker, Geometry.POOL_MAX_20x24x24_BY_2x2, n, work, tanh1, work, pool1);
    }

    /// {@link LeNet#conv2}: {@code @Conv(filters = 50, kernel = 5)}, N x 50 x 8 x 8.
    private void forward_conv2(Worker worker, int n) {
      // conv2 = convolution(pool1, conv2_weight)
      ConvolutionKernel.forward(worker, Geometry.CONV_20x12x12_BY_5x5_TO_50, n, work, pool1,
          parameters, conv2_weight, work, conv2);
    }

    /// {@link LeNet#tanh2}: {@code @Tanh}, N x 50 x 8 x 8.
    private void forward_tanh2(Worker worker, int n) {
      // tanh2 = tanh(conv2 + conv2_bias)
      Loops.add_tanh_Nx50x64(worker, n, work, conv2, parameters, conv2_bias, work, tanh2);
    }

    /// {@link LeNet#pool2}: {@code @MaxPool(kernel = 2, stride = 2)}, N x 50 x 4 x 4.
    private void forward_pool2(Worker worker, int n) {
      // pool2 = pool(tanh2)
      PoolingKernel.forward(worker, Geometry.POOL_MAX_50x8x8_BY_2x2, n, work, tanh2, work, pool2);
    }

    /// {@link LeNet#fc1}: {@code @FullyConnected(units = 500)}, N x 500.
    private void forward_fc1(Worker worker, int n) {
      // fc1 = matMul(pool2, fc1_weight)
      MatMulKernel.nt(worker, n, 500, 800, work, pool2, 800, parameters, fc1_weight, 800, work, fc1,
          500, false);
    }

    /// {@link LeNet#tanh3}: {@code @Tanh}, N x 500.
    private void forward_tanh3(Worker worker, int n) {
      // tanh3 = tanh(fc1 + fc1_bias)
      Loops.add_tanh_Nx500(worker, n, work, fc1, parameters, fc1_bias, work, tanh3);
    }

    /// {@link LeNet#fc2}: {@code @FullyConnected(units = 10)}, N x 10.
    private void forward_fc2(Worker worker, int n) {
      // fc2$1 = matMul(tanh3, fc2_weight)
      MatMulKernel.nt(worker, n, 10, 500, work, tanh3, 500, parameters, fc2_weight, 500,
          work, fc2$1, 10, false);
      worker.barrier();
      // fc2 = fc2$1 + fc2_bias
      Loops.add_Nx10(worker, n, work, fc2$1, parameters, fc2_bias, work, fc2);
    }

    /// {@link LeNet#out}: {@code @SoftmaxOutput}, N x 10.
    private void forward_out(Worker worker, int n) {
      // out$max = max(fc2)
      Loops.max_Nx10(worker, n, work, fc2, work, out$max);
      worker.barrier();
      // out$exp = exp(fc2 - out$max)
      Loops.subtract_exp_Nx10(worker, n, work, fc2, work, out$max, work, out$exp);
      worker.barrier();
      // out$sum = sum(out$exp)
      Loops.sum_Nx10(worker, n, work, out$exp, work, out$sum);
      worker.barrier();
      // out = out$exp / out$sum
      Loops.divide_Nx10(worker, n, work, out$exp, work, out$sum, work, out);
    }

    /// {@link LeNet#out}: {@code @SoftmaxOutput}, N x 10.
    private void backward_out(Worker worker, int n) {
      // fc2$grad = out - (index1 == out_label ? 1 : 0)
      Loops.selectequal_subtract_Nx10(worker, n, work, out_label, work, out, work, fc2$grad);
    }

    /// {@link LeNet#fc2}: {@code @FullyConnected(units = 10)}, 10 x 500.
    private void backward_fc2(Worker worker, int n) {
      // fc2_bias$grad = sum(fc2$grad)
      Loops.sum_Nx10_2(worker, n, work, fc2$grad, gradients, fc2_bias$grad);
      // tanh3$grad = matMul(fc2$grad, fc2_weight)
      MatMulKernel.nn(worker, n, 500, 10, work, fc2$grad, 10, parameters, fc2_weight, 500,
          work, tanh3$grad, 500, false);
      // fc2_weight$grad = matMul(fc2$grad, tanh3)
      MatMulKernel.tn(worker, 10, 500, n, work, fc2$grad, 10, work, tanh3, 500,
          gradients, fc2_weight$grad, 500, false);
    }

    /// {@link LeNet#tanh3}: {@code @Tanh}, N x 500.
    private void backward_tanh3(Worker worker, int n) {
      // fc1$grad = tanh3$grad * (1 - (tanh3 * tanh3))
      Loops.multiply_subtract_multiply_500N(worker, n, work, tanh3, work, tanh3$grad,
          work, fc1$grad);
    }

    /// {@link LeNet#fc1}: {@code @FullyConnected(units = 500)}, 500 x 800.
    private void backward_fc1(Worker worker, int n) {
      // fc1_bias$grad = sum(fc1$grad)
      Loops.sum_Nx500(worker, n, work, fc1$grad, gradients, fc1_bias$grad);
      // pool2$grad = matMul(fc1$grad, fc1_weight)
      MatMulKernel.nn(worker, n, 800, 500, work, fc1$grad, 500, parameters, fc1_weight, 800,
          work, pool2$grad, 800, false);
      // fc1_weight$grad = matMul(fc1$grad, pool2)
      MatMulKernel.tn(worker, 500, 800, n, work, fc1$grad, 500, work, pool2, 800,
          gradients, fc1_weight$grad, 800, false);
    }

    /// {@link LeNet#pool2}: {@code @MaxPool(kernel = 2, stride = 2)}, N x 50 x 8 x 8.
    private void backward_pool2(Worker worker, int n) {
      // tanh2$grad = poolGradient(tanh2, pool2, pool2$grad)
      PoolingKernel.gradient(worker, Geometry.POOL_MAX_50x8x8_BY_2x2, n, work, tanh2, work, pool2,
          work, pool2$grad, work, tanh2$grad);
    }

    /// {@link LeNet#tanh2}: {@code @Tanh}, N x 50 x 8 x 8.
    private void backward_tanh2(Worker worker, int n) {
      // conv2$grad = tanh2$grad * (1 - (tanh2 * tanh2))
      Loops.multiply_subtract_multiply_3200N(worker, n, work, tanh2, work, tanh2$grad,
          work, conv2$grad);
    }

    /// {@link LeNet#conv2}: {@code @Conv(filters = 50, kernel = 5)}, 50 x 20 x 5 x 5.
    private void backward_conv2(Worker worker, int n) {
      // conv2_bias$grad = sum(conv2$grad)
      Loops.sum_Nx50x64(worker, n, work, conv2$grad, gradients, conv2_bias$grad);
      // pool1$grad = convolutionDataGradient(conv2$grad, conv2_weight)
      ConvolutionKernel.dataGradient(worker, Geometry.CONV_20x12x12_BY_5x5_TO_50, n,
          work, conv2$grad, parameters, conv2_weight, work, pool1$grad);
      // conv2_weight$grad = convolutionWeightGradient(pool1, conv2$grad)
      ConvolutionKernel.weightGradient(worker, Geometry.CONV_20x12x12_BY_5x5_TO_50, n, work, pool1,
          work, conv2$grad, gradients, conv2_weight$grad);
    }

    /// {@link LeNet#pool1}: {@code @MaxPool(kernel = 2, stride = 2)}, N x 20 x 24 x 24.
    private void backward_pool1(Worker worker, int n) {
      // tanh1$grad = poolGradient(tanh1, pool1, pool1$grad)
      PoolingKernel.gradient(worker, Geometry.POOL_MAX_20x24x24_BY_2x2, n, work, tanh1, work, pool1,
          work, pool1$grad, work, tanh1$grad);
    }

    /// {@link LeNet#tanh1}: {@code @Tanh}, N x 20 x 24 x 24.
    private void backward_tanh1(Worker worker, int n) {
      // conv1$grad = tanh1$grad * (1 - (tanh1 * tanh1))
      Loops.multiply_subtract_multiply_11520N(worker, n, work, tanh1, work, tanh1$grad,
          work, conv1$grad);
    }

    /// {@link LeNet#conv1}: {@code @Conv(filters = 20, kernel = 5)}, 20 x 1 x 5 x 5.
    private void backward_conv1(Worker worker, int n) {
      // conv1_bias$grad = sum(conv1$grad)
      Loops.sum_Nx20x576(worker, n, work, conv1$grad, gradients, conv1_bias$grad);
      // conv1_weight$grad = convolutionWeightGradient(data, conv1$grad)
      ConvolutionKernel.weightGradient(worker, Geometry.CONV_1x28x28_BY_5x5_TO_20, n, work, data,
          work, conv1$grad, gradients, conv1_weight$grad);
    }
  }

  private static final class Inference {
    private static final int conv1_weight = 12;
    private static final int conv1_bias = 524;
    private static final int conv2_weight = 556;
    private static final int conv2_bias = 25564;
    private static final int fc1_weight = 25628;
    private static final int fc1_bias = 425628;
    private static final int fc2_weight = 426140;
    private static final int fc2_bias = 431148;
    private final float[] work;
    private final float[] parameters;
    private final int data;
    private final int conv1;
    private final int tanh1;
    private final int pool1;
    private final int conv2;
    private final int tanh2;
    private final int pool2;
    private final int fc1;
    private final int tanh3;
    private final int fc2$1;
    private final int fc2;
    private final int out$max;
    private final int out$exp;
    private final int out$sum;
    private final int out;

    Inference(LeNetGraph graph) {
      work = graph.inferenceWork;
      parameters = graph.parameters32();
      int batch = graph.batch();
      data = 12 + 11520 * batch; // N x 1 x 28 x 28
      conv1 = 12; // N x 20 x 24 x 24
      tanh1 = 12 + 11520 * batch; // N x 20 x 24 x 24
      pool1 = 12 + 3200 * batch; // N x 20 x 12 x 12
      conv2 = 12; // N x 50 x 8 x 8
      tanh2 = 12 + 3200 * batch; // N x 50 x 8 x 8
      pool2 = 12; // N x 50 x 4 x 4
      fc1 = 12 + 800 * batch; // N x 500
      tanh3 = 12; // N x 500
      fc2$1 = 12 + 512 * batch; // N x 10
      fc2 = 12; // N x 10
      out$max = 12 + 16 * batch; // N x 1
      out$exp = 12 + 32 * batch; // N x 10
      out$sum = 12; // N x 1
      out = 12 + 16 * batch; // N x 10
    }

    void forward(Worker worker, int n) {
      forward_conv1(worker, n);
      worker.barrier();
      forward_tanh1(worker, n);
      worker.barrier();
      forward_pool1(worker, n);
      worker.barrier();
      forward_conv2(worker, n);
      worker.barrier();
      forward_tanh2(worker, n);
      worker.barrier();
      forward_pool2(worker, n);
      worker.barrier();
      forward_fc1(worker, n);
      worker.barrier();
      forward_tanh3(worker, n);
      worker.barrier();
      forward_fc2(worker, n);
      worker.barrier();
      forward_out(worker, n);
    }

    /// {@link LeNet#conv1}: {@code @Conv(filters = 20, kernel = 5)}, N x 20 x 24 x 24.
    private void forward_conv1(Worker worker, int n) {
      // conv1 = convolution(data, conv1_weight)
      ConvolutionKernel.forward(worker, Geometry.CONV_1x28x28_BY_5x5_TO_20, n, work, data,
          parameters, conv1_weight, work, conv1);
    }

    /// {@link LeNet#tanh1}: {@code @Tanh}, N x 20 x 24 x 24.
    private void forward_tanh1(Worker worker, int n) {
      // tanh1 = tanh(conv1 + conv1_bias)
      Loops.add_tanh_Nx20x576(worker, n, work, conv1, parameters, conv1_bias, work, tanh1);
    }

    /// {@link LeNet#pool1}: {@code @MaxPool(kernel = 2, stride = 2)}, N x 20 x 12 x 12.
    private void forward_pool1(Worker worker, int n) {
      // pool1 = pool(tanh1)
      PoolingKernel.forward(worker, Geometry.POOL_MAX_20x24x24_BY_2x2, n, work, tanh1, work, pool1);
    }

    /// {@link LeNet#conv2}: {@code @Conv(filters = 50, kernel = 5)}, N x 50 x 8 x 8.
    private void forward_conv2(Worker worker, int n) {
      // conv2 = convolution(pool1, conv2_weight)
      ConvolutionKernel.forward(worker, Geometry.CONV_20x12x12_BY_5x5_TO_50, n, work, pool1,
          parameters, conv2_weight, work, conv2);
    }

    /// {@link LeNet#tanh2}: {@code @Tanh}, N x 50 x 8 x 8.
    private void forward_tanh2(Worker worker, int n) {
      // tanh2 = tanh(conv2 + conv2_bias)
      Loops.add_tanh_Nx50x64(worker, n, work, conv2, parameters, conv2_bias, work, tanh2);
    }

    /// {@link LeNet#pool2}: {@code @MaxPool(kernel = 2, stride = 2)}, N x 50 x 4 x 4.
    private void forward_pool2(Worker worker, int n) {
      // pool2 = pool(tanh2)
      PoolingKernel.forward(worker, Geometry.POOL_MAX_50x8x8_BY_2x2, n, work, tanh2, work, pool2);
    }

    /// {@link LeNet#fc1}: {@code @FullyConnected(units = 500)}, N x 500.
    private void forward_fc1(Worker worker, int n) {
      // fc1 = matMul(pool2, fc1_weight)
      MatMulKernel.nt(worker, n, 500, 800, work, pool2, 800, parameters, fc1_weight, 800, work, fc1,
          500, false);
    }

    /// {@link LeNet#tanh3}: {@code @Tanh}, N x 500.
    private void forward_tanh3(Worker worker, int n) {
      // tanh3 = tanh(fc1 + fc1_bias)
      Loops.add_tanh_Nx500(worker, n, work, fc1, parameters, fc1_bias, work, tanh3);
    }

    /// {@link LeNet#fc2}: {@code @FullyConnected(units = 10)}, N x 10.
    private void forward_fc2(Worker worker, int n) {
      // fc2$1 = matMul(tanh3, fc2_weight)
      MatMulKernel.nt(worker, n, 10, 500, work, tanh3, 500, parameters, fc2_weight, 500,
          work, fc2$1, 10, false);
      worker.barrier();
      // fc2 = fc2$1 + fc2_bias
      Loops.add_Nx10(worker, n, work, fc2$1, parameters, fc2_bias, work, fc2);
    }

    /// {@link LeNet#out}: {@code @SoftmaxOutput}, N x 10.
    private void forward_out(Worker worker, int n) {
      // out$max = max(fc2)
      Loops.max_Nx10(worker, n, work, fc2, work, out$max);
      worker.barrier();
      // out$exp = exp(fc2 - out$max)
      Loops.subtract_exp_Nx10(worker, n, work, fc2, work, out$max, work, out$exp);
      worker.barrier();
      // out$sum = sum(out$exp)
      Loops.sum_Nx10(worker, n, work, out$exp, work, out$sum);
      worker.barrier();
      // out = out$exp / out$sum
      Loops.divide_Nx10(worker, n, work, out$exp, work, out$sum, work, out);
    }
  }

  /// The sizes of convolutions and poolings.
  private static final class Geometry {
    static final ConvolutionGeometry CONV_1x28x28_BY_5x5_TO_20 = ConvolutionGeometry.of(1, 20, 1,
        new int[] {28, 28}, new int[] {5, 5}, new int[] {1, 1}, new int[] {0, 0}, new int[] {1, 1});

    static final PoolingGeometry POOL_MAX_20x24x24_BY_2x2 = PoolingGeometry.of(PoolingType.MAX, 20,
        new int[] {24, 24}, new int[] {2, 2}, new int[] {2, 2}, new int[] {0, 0}, false, false, 1);

    static final ConvolutionGeometry CONV_20x12x12_BY_5x5_TO_50 = ConvolutionGeometry.of(20, 50, 1,
        new int[] {12, 12}, new int[] {5, 5}, new int[] {1, 1}, new int[] {0, 0}, new int[] {1, 1});

    static final PoolingGeometry POOL_MAX_50x8x8_BY_2x2 = PoolingGeometry.of(PoolingType.MAX, 50,
        new int[] {8, 8}, new int[] {2, 2}, new int[] {2, 2}, new int[] {0, 0}, false, false, 1);
  }

  /// Loops as scalar code; where a twin may run, they hand over. Loops that differ in one
  /// size share a method, which takes it as k.
  private static final class Loops {
    static void add_tanh_Nx20x576(Worker worker, int n, float[] a, int aAt, float[] b, int bAt,
        float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.add_tanh_Nx20x576(worker, n, a, aAt, b, bAt, y, yAt);
        return;
      }
      for (int row = worker.from(20 * n), rows = worker.to(20 * n); row < rows; row++) {
        int aRow = aAt + row * 576;
        int bRow = bAt + row % 20;
        float b0 = b[bRow];
        int yRow = yAt + row * 576;
        for (int i = 0; i < 576; i++) {
          float t0 = a[aRow + i] + b0;
          y[yRow + i] = FloatMath.tanh(t0);
        }
      }
    }

    static void add_tanh_Nx50x64(Worker worker, int n, float[] a, int aAt, float[] b, int bAt,
        float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.add_tanh_Nx50x64(worker, n, a, aAt, b, bAt, y, yAt);
        return;
      }
      for (int row = worker.from(50 * n), rows = worker.to(50 * n); row < rows; row++) {
        int aRow = aAt + row * 64;
        int bRow = bAt + row % 50;
        float b0 = b[bRow];
        int yRow = yAt + row * 64;
        for (int i = 0; i < 64; i++) {
          float t0 = a[aRow + i] + b0;
          y[yRow + i] = FloatMath.tanh(t0);
        }
      }
    }

    static void add_tanh_Nx500(Worker worker, int n, float[] a, int aAt, float[] b, int bAt,
        float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.add_tanh_Nx500(worker, n, a, aAt, b, bAt, y, yAt);
        return;
      }
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row * 500;
        int yRow = yAt + row * 500;
        for (int i = 0; i < 500; i++) {
          float t0 = a[aRow + i] + b[bAt + i];
          y[yRow + i] = FloatMath.tanh(t0);
        }
      }
    }

    static void add_Nx10(Worker worker, int n, float[] a, int aAt, float[] b, int bAt, float[] y,
        int yAt) {
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row * 10;
        int yRow = yAt + row * 10;
        for (int i = 0; i < 10; i++) {
          y[yRow + i] = a[aRow + i] + b[bAt + i];
        }
      }
    }

    static void max_Nx10(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row * 10;
        float max = java.lang.Float.NEGATIVE_INFINITY;
        for (int i = 0; i < 10; i++) {
          max = Math.max(max, a[aRow + i]);
        }
        y[yAt + row] = max;
      }
    }

    static void subtract_exp_Nx10(Worker worker, int n, float[] a, int aAt, float[] b, int bAt,
        float[] y, int yAt) {
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row * 10;
        int bRow = bAt + row;
        float b0 = b[bRow];
        int yRow = yAt + row * 10;
        for (int i = 0; i < 10; i++) {
          float t0 = a[aRow + i] - b0;
          y[yRow + i] = FloatMath.exp(t0);
        }
      }
    }

    static void sum_Nx10(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row * 10;
        float sum = 0f;
        for (int i = 0; i < 10; i++) {
          sum += a[aRow + i];
        }
        y[yAt + row] = sum;
      }
    }

    static void divide_Nx10(Worker worker, int n, float[] a, int aAt, float[] b, int bAt, float[] y,
        int yAt) {
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row * 10;
        int bRow = bAt + row;
        float b0 = b[bRow];
        int yRow = yAt + row * 10;
        for (int i = 0; i < 10; i++) {
          y[yRow + i] = a[aRow + i] / b0;
        }
      }
    }

    static void selectequal_subtract_Nx10(Worker worker, int n, float[] a, int aAt, float[] b,
        int bAt, float[] y, int yAt) {
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row;
        float a0 = a[aRow];
        int bRow = bAt + row * 10;
        int yRow = yAt + row * 10;
        for (int i = 0; i < 10; i++) {
          float t0 = (float) i == a0 ? 1f : 0f;
          y[yRow + i] = b[bRow + i] - t0;
        }
      }
    }

    static void sum_Nx10_2(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      int from = worker.from(10);
      int end = worker.to(10);
      PartialResults.fill(y, yAt + from, yAt + end, 0f);
      for (int r = 0; r < n; r++) {
        int aRow = aAt + r * 10;
        for (int i = from; i < end; i++) {
          y[yAt + i] += a[aRow + i];
        }
      }
    }

    static void multiply_subtract_multiply_500N(Worker worker, int n, float[] a, int aAt, float[] b,
        int bAt, float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.multiply_subtract_multiply_500N(worker, n, a, aAt, b, bAt, y, yAt);
        return;
      }
      int end = worker.to(500 * n);
      for (int i = worker.from(500 * n); i < end; i++) {
        float t0 = a[aAt + i] * a[aAt + i];
        float t1 = 1f - t0;
        y[yAt + i] = b[bAt + i] * t1;
      }
    }

    static void sum_Nx500(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.sum_Nx500(worker, n, a, aAt, y, yAt);
        return;
      }
      int from = worker.from(500);
      int end = worker.to(500);
      PartialResults.fill(y, yAt + from, yAt + end, 0f);
      for (int r = 0; r < n; r++) {
        int aRow = aAt + r * 500;
        for (int i = from; i < end; i++) {
          y[yAt + i] += a[aRow + i];
        }
      }
    }

    static void multiply_subtract_multiply_3200N(Worker worker, int n, float[] a, int aAt,
        float[] b, int bAt, float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.multiply_subtract_multiply_3200N(worker, n, a, aAt, b, bAt, y, yAt);
        return;
      }
      int end = worker.to(3200 * n);
      for (int i = worker.from(3200 * n); i < end; i++) {
        float t0 = a[aAt + i] * a[aAt + i];
        float t1 = 1f - t0;
        y[yAt + i] = b[bAt + i] * t1;
      }
    }

    static void sum_Nx50x64(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.sum_Nx50x64(worker, n, a, aAt, y, yAt);
        return;
      }
      float[] partial = worker.floats(3, PartialResults.LENGTH);
      for (int row = worker.from(50), rows = worker.to(50); row < rows; row++) {
        PartialResults.fill(partial, 0f);
        for (int r = 0; r < n; r++) {
          int aRow = aAt + r * 3200 + row * 64;
          for (int i = 0; i < 64; i++) {
            partial[i & 63] += a[aRow + i];
          }
        }
        y[yAt + row] = PartialResults.sum(partial);
      }
    }

    static void multiply_subtract_multiply_11520N(Worker worker, int n, float[] a, int aAt,
        float[] b, int bAt, float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.multiply_subtract_multiply_11520N(worker, n, a, aAt, b, bAt, y, yAt);
        return;
      }
      int end = worker.to(11520 * n);
      for (int i = worker.from(11520 * n); i < end; i++) {
        float t0 = a[aAt + i] * a[aAt + i];
        float t1 = 1f - t0;
        y[yAt + i] = b[bAt + i] * t1;
      }
    }

    static void sum_Nx20x576(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      if (VectorSupport.ENABLED) {
        VectorLoops.sum_Nx20x576(worker, n, a, aAt, y, yAt);
        return;
      }
      float[] partial = worker.floats(3, PartialResults.LENGTH);
      for (int row = worker.from(20), rows = worker.to(20); row < rows; row++) {
        PartialResults.fill(partial, 0f);
        for (int r = 0; r < n; r++) {
          int aRow = aAt + r * 11520 + row * 576;
          for (int i = 0; i < 576; i++) {
            partial[i & 63] += a[aRow + i];
          }
        }
        y[yAt + row] = PartialResults.sum(partial);
      }
    }
  }

  /// The same loops as vector code, with the same bits.
  private static final class VectorLoops {
    static void add_tanh_Nx20x576(Worker worker, int n, float[] a, int aAt, float[] b, int bAt,
        float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      for (int row = worker.from(20 * n), rows = worker.to(20 * n); row < rows; row++) {
        int aRow = aAt + row * 576;
        int bRow = bAt + row % 20;
        float b0 = b[bRow];
        FloatVector bV = FloatVector.broadcast(lanes, b0);
        int yRow = yAt + row * 576;
        int i = 0;
        for (int bound = lanes.loopBound(576); i < bound; i += lanes.length()) {
          FloatVector aV = FloatVector.fromArray(lanes, a, aRow + i);
          FloatVector t0V = aV.add(bV);
          FloatVectorMath.tanh(t0V).intoArray(y, yRow + i);
        }
        for (; i < 576; i++) {
          float t0 = a[aRow + i] + b0;
          y[yRow + i] = FloatMath.tanh(t0);
        }
      }
    }

    static void add_tanh_Nx50x64(Worker worker, int n, float[] a, int aAt, float[] b, int bAt,
        float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      for (int row = worker.from(50 * n), rows = worker.to(50 * n); row < rows; row++) {
        int aRow = aAt + row * 64;
        int bRow = bAt + row % 50;
        float b0 = b[bRow];
        FloatVector bV = FloatVector.broadcast(lanes, b0);
        int yRow = yAt + row * 64;
        int i = 0;
        for (int bound = lanes.loopBound(64); i < bound; i += lanes.length()) {
          FloatVector aV = FloatVector.fromArray(lanes, a, aRow + i);
          FloatVector t0V = aV.add(bV);
          FloatVectorMath.tanh(t0V).intoArray(y, yRow + i);
        }
        for (; i < 64; i++) {
          float t0 = a[aRow + i] + b0;
          y[yRow + i] = FloatMath.tanh(t0);
        }
      }
    }

    static void add_tanh_Nx500(Worker worker, int n, float[] a, int aAt, float[] b, int bAt,
        float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      for (int row = worker.from(n), rows = worker.to(n); row < rows; row++) {
        int aRow = aAt + row * 500;
        int yRow = yAt + row * 500;
        int i = 0;
        for (int bound = lanes.loopBound(500); i < bound; i += lanes.length()) {
          FloatVector aV = FloatVector.fromArray(lanes, a, aRow + i);
          FloatVector bV = FloatVector.fromArray(lanes, b, bAt + i);
          FloatVector t0V = aV.add(bV);
          FloatVectorMath.tanh(t0V).intoArray(y, yRow + i);
        }
        for (; i < 500; i++) {
          float t0 = a[aRow + i] + b[bAt + i];
          y[yRow + i] = FloatMath.tanh(t0);
        }
      }
    }

    static void multiply_subtract_multiply_500N(Worker worker, int n, float[] a, int aAt, float[] b,
        int bAt, float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      FloatVector k0 = FloatVector.broadcast(lanes, 1f);
      int end = worker.to(500 * n);
      int i = worker.from(500 * n);
      for (int bound = i + lanes.loopBound(end - i); i < bound; i += lanes.length()) {
        FloatVector aV = FloatVector.fromArray(lanes, a, aAt + i);
        FloatVector bV = FloatVector.fromArray(lanes, b, bAt + i);
        FloatVector t0V = aV.mul(aV);
        FloatVector t1V = k0.sub(t0V);
        bV.mul(t1V).intoArray(y, yAt + i);
      }
      for (; i < end; i++) {
        float t0 = a[aAt + i] * a[aAt + i];
        float t1 = 1f - t0;
        y[yAt + i] = b[bAt + i] * t1;
      }
    }

    static void sum_Nx500(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      int from = worker.from(500);
      int end = worker.to(500);
      PartialResults.fill(y, yAt + from, yAt + end, 0f);
      for (int r = 0; r < n; r++) {
        int aRow = aAt + r * 500;
        int i = from;
        for (int bound = i + lanes.loopBound(end - i); i < bound; i += lanes.length()) {
          FloatVector aV = FloatVector.fromArray(lanes, a, aRow + i);
          FloatVector.fromArray(lanes, y, yAt + i).add(aV).intoArray(y, yAt + i);
        }
        for (; i < end; i++) {
          y[yAt + i] += a[aRow + i];
        }
      }
    }

    static void multiply_subtract_multiply_3200N(Worker worker, int n, float[] a, int aAt,
        float[] b, int bAt, float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      FloatVector k0 = FloatVector.broadcast(lanes, 1f);
      int end = worker.to(3200 * n);
      int i = worker.from(3200 * n);
      for (int bound = i + lanes.loopBound(end - i); i < bound; i += lanes.length()) {
        FloatVector aV = FloatVector.fromArray(lanes, a, aAt + i);
        FloatVector bV = FloatVector.fromArray(lanes, b, bAt + i);
        FloatVector t0V = aV.mul(aV);
        FloatVector t1V = k0.sub(t0V);
        bV.mul(t1V).intoArray(y, yAt + i);
      }
      for (; i < end; i++) {
        float t0 = a[aAt + i] * a[aAt + i];
        float t1 = 1f - t0;
        y[yAt + i] = b[bAt + i] * t1;
      }
    }

    static void sum_Nx50x64(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      float[] partial = worker.floats(3, PartialResults.LENGTH);
      for (int row = worker.from(50), rows = worker.to(50); row < rows; row++) {
        PartialResults.fill(partial, 0f);
        int lane = lanes.length();
        for (int block = 0; block < 64; block += 4 * lane) {
          FloatVector sum0 = FloatVector.broadcast(lanes, 0f);
          FloatVector sum1 = FloatVector.broadcast(lanes, 0f);
          FloatVector sum2 = FloatVector.broadcast(lanes, 0f);
          FloatVector sum3 = FloatVector.broadcast(lanes, 0f);
          for (int r = 0; r < n; r++) {
            int aRow = aAt + r * 3200 + row * 64;
            for (int i = block; i < 64; i += 64) {
              FloatVector aVp0 = FloatVector.fromArray(lanes, a, aRow + i);
              sum0 = sum0.add(aVp0);
              FloatVector aVp1 = FloatVector.fromArray(lanes, a, aRow + i + lane);
              sum1 = sum1.add(aVp1);
              FloatVector aVp2 = FloatVector.fromArray(lanes, a, aRow + i + 2 * lane);
              sum2 = sum2.add(aVp2);
              FloatVector aVp3 = FloatVector.fromArray(lanes, a, aRow + i + 3 * lane);
              sum3 = sum3.add(aVp3);
            }
          }
          sum0.intoArray(partial, block + 0 * lane);
          sum1.intoArray(partial, block + 1 * lane);
          sum2.intoArray(partial, block + 2 * lane);
          sum3.intoArray(partial, block + 3 * lane);
        }
        y[yAt + row] = PartialResults.sum(partial);
      }
    }

    static void multiply_subtract_multiply_11520N(Worker worker, int n, float[] a, int aAt,
        float[] b, int bAt, float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      FloatVector k0 = FloatVector.broadcast(lanes, 1f);
      int end = worker.to(11520 * n);
      int i = worker.from(11520 * n);
      for (int bound = i + lanes.loopBound(end - i); i < bound; i += lanes.length()) {
        FloatVector aV = FloatVector.fromArray(lanes, a, aAt + i);
        FloatVector bV = FloatVector.fromArray(lanes, b, bAt + i);
        FloatVector t0V = aV.mul(aV);
        FloatVector t1V = k0.sub(t0V);
        bV.mul(t1V).intoArray(y, yAt + i);
      }
      for (; i < end; i++) {
        float t0 = a[aAt + i] * a[aAt + i];
        float t1 = 1f - t0;
        y[yAt + i] = b[bAt + i] * t1;
      }
    }

    static void sum_Nx20x576(Worker worker, int n, float[] a, int aAt, float[] y, int yAt) {
      VectorSpecies<Float> lanes = Lanes.FLOAT;
      float[] partial = worker.floats(3, PartialResults.LENGTH);
      for (int row = worker.from(20), rows = worker.to(20); row < rows; row++) {
        PartialResults.fill(partial, 0f);
        int lane = lanes.length();
        for (int block = 0; block < 64; block += 4 * lane) {
          FloatVector sum0 = FloatVector.broadcast(lanes, 0f);
          FloatVector sum1 = FloatVector.broadcast(lanes, 0f);
          FloatVector sum2 = FloatVector.broadcast(lanes, 0f);
          FloatVector sum3 = FloatVector.broadcast(lanes, 0f);
          for (int r = 0; r < n; r++) {
            int aRow = aAt + r * 11520 + row * 576;
            for (int i = block; i < 576; i += 64) {
              FloatVector aVp0 = FloatVector.fromArray(lanes, a, aRow + i);
              sum0 = sum0.add(aVp0);
              FloatVector aVp1 = FloatVector.fromArray(lanes, a, aRow + i + lane);
              sum1 = sum1.add(aVp1);
              FloatVector aVp2 = FloatVector.fromArray(lanes, a, aRow + i + 2 * lane);
              sum2 = sum2.add(aVp2);
              FloatVector aVp3 = FloatVector.fromArray(lanes, a, aRow + i + 3 * lane);
              sum3 = sum3.add(aVp3);
            }
          }
          sum0.intoArray(partial, block + 0 * lane);
          sum1.intoArray(partial, block + 1 * lane);
          sum2.intoArray(partial, block + 2 * lane);
          sum3.intoArray(partial, block + 3 * lane);
        }
        y[yAt + row] = PartialResults.sum(partial);
      }
    }
  }
}
