package io.nacre.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/// What every generated graph class extends: a model bound to a device and a batch size.
///
/// A generated `LeNetGraph` adds `bind`, `forward`, `infer` and the types of its inputs.
/// Parameters, gradients, auxiliary states and what optimizers remember of them belong to the graph
/// or are shared with the one it was bound from; work memory is its own. A graph is used by one
/// thread at a time.
public abstract class CompiledGraph implements AutoCloseable {
  /// What the longest Java array holds on every common JVM.
  private static final long MOST_ELEMENTS = Integer.MAX_VALUE - 8;

  private final GraphSpec spec;
  private final Device device;
  private final int batch;
  private final Weights weights;
  private final RandomNumbers randomNumbers = new RandomNumbers(0);
  private volatile boolean closed;

  /// Binds a graph.
  ///
  /// @param batch N; 1 for a graph without N
  /// @param sharing the graph whose parameters, gradients, auxiliary and optimizer state are
  ///     shared, or null to allocate new ones, all 0
  /// @throws IllegalArgumentException if `batch` is less than 1, or `sharing` is of another model
  /// @throws IllegalStateException if `sharing` is closed
  protected CompiledGraph(GraphSpec spec, Device device, int batch, CompiledGraph sharing) {
    this.spec = Objects.requireNonNull(spec, "spec");
    this.device = Objects.requireNonNull(device, "device");
    this.batch = batch;
    if (batch < 1) {
      throw new IllegalArgumentException(
          "%s: the batch size must be at least 1, not %d".formatted(spec.model(), batch));
    }
    if (sharing == null) {
      this.weights = new Weights(spec);
    } else {
      if (sharing.spec != spec) {
        throw new IllegalArgumentException(
            "%s cannot share the weights of %s".formatted(spec.model(), sharing.spec.model()));
      }
      sharing.requireOpen();
      this.weights = sharing.weights;
    }
  }

  /// The batch size N that the graph is bound for.
  public final int batch() {
    return batch;
  }

  /// Where the graph runs.
  public final Device device() {
    return device;
  }

  /// What is known of the model: names, shapes, types.
  public final GraphSpec spec() {
    return spec;
  }

  /// The table of all layers, with types, shapes, parameters and inputs, and what the graph needs,
  /// for the batch size that it is bound for. [GraphSpec#summary()] tells it for any.
  public final String summary() {
    return spec.summary(batch);
  }

  /// Gives all parameters and auxiliary states their first values, for graphs that share them as
  /// well, and restarts the random numbers of this graph (dropout) from the seed, which is 0
  /// before. The same seed gives the same values on any machine; float32 and float64 graphs agree
  /// up to rounding. Optimizer state is kept.
  ///
  /// @throws IllegalArgumentException if the rule does not suit a parameter's shape; nothing is
  ///     changed then
  /// @throws IllegalStateException if the graph is closed
  public final void initialize(Initializer initializer, long seed) {
    requireOpen();
    Objects.requireNonNull(initializer, "initializer");
    Initialization.fill(spec, weights, initializer, seed);
    randomNumbers.restart(seed);
  }

  /// The parameters and their gradients, as views. A generated class returns its own type.
  ///
  /// @throws IllegalStateException if the graph is closed
  public ParameterSet parameters() {
    requireOpen();
    return new ParameterSet(this);
  }

  /// Writes parameters and auxiliary states to a file, replacing it in one step. The name says the
  /// format: `.params` is MXNet's, as its `save_checkpoint` writes it, with the names `arg:NAME` and
  /// `aux:NAME`; any other is safetensors.
  ///
  /// @throws IOException if it cannot be written; an older file is then unchanged
  /// @throws IllegalArgumentException if a variable has no axes, which a `.params` file cannot store
  /// @throws IllegalStateException if the graph is closed
  public final void save(Path file) throws IOException {
    requireOpen();
    WeightsFile.save(file, this);
  }

  /// Reads parameters and auxiliary states from a file; the name says the format, as for [#save].
  ///
  /// A `.params` file may be of any version of MXNet: a checkpoint with names like `arg:fc1_weight`
  /// and `aux:bn_moving_mean`, or Gluon's bare names. Sparse arrays become dense. Numbers of other
  /// types are taken where they are exact: float16, bfloat16, bool and whole numbers, and float32 in
  /// a float64 graph; not float64 in a float32 graph. In a safetensors file the types have to fit.
  ///
  /// Every name and shape has to fit but for what `options` allow, and nothing is changed unless
  /// all do.
  ///
  /// @throws IOException if the file cannot be read or is malformed; the message names the array
  /// @throws IllegalArgumentException listing every name that is missing, unknown, or of another
  ///     shape, type or kind, or naming a number that is not exact; and for a list without names
  /// @throws IllegalStateException if the graph is closed
  public final void load(Path file, LoadOption... options) throws IOException {
    requireOpen();
    WeightsFile.load(file, this, Set.copyOf(Arrays.asList(options)));
  }

  /// Ends the use of this graph. Graphs that share its weights, and the device, stay usable.
  /// Closing again does nothing.
  @Override
  public void close() {
    closed = true;
  }

  /// Model, device and batch size, for instance `LeNet on cpu(8), N = 64`.
  @Override
  public String toString() {
    return "%s on %s, N = %d%s".formatted(spec.model(), device, batch, closed ? ", closed" : "");
  }

  /// The array of all float32 parameters; offsets are in the [GraphSpec].
  protected final float[] parameters32() {
    return weights.parameters32;
  }

  /// The array of all float64 parameters.
  protected final double[] parameters64() {
    return weights.parameters64;
  }

  /// The array of all float16 parameters.
  protected final short[] parameters16() {
    return weights.parameters16;
  }

  /// The array of all float16 gradients, laid out like the parameters.
  protected final short[] gradients16() {
    return weights.gradients16;
  }

  /// The array of all float16 auxiliary states.
  protected final short[] auxiliary16() {
    return weights.auxiliary16;
  }

  /// The array of all float32 gradients, laid out like the parameters.
  protected final float[] gradients32() {
    return weights.gradients32;
  }

  /// The array of all float64 gradients, laid out like the parameters.
  protected final double[] gradients64() {
    return weights.gradients64;
  }

  /// The array of all float32 auxiliary states.
  protected final float[] auxiliary32() {
    return weights.auxiliary32;
  }

  /// The array of all float64 auxiliary states.
  protected final double[] auxiliary64() {
    return weights.auxiliary64;
  }

  /// Where dropout and the like get their random numbers.
  protected final RandomNumbers randomNumbers() {
    return randomNumbers;
  }

  /// The text of a resource that belongs to a generated class.
  ///
  /// @param resource what the class loader gave for it; null if it found nothing
  /// @param name the resource, for the message
  /// @throws IllegalStateException if it is not there: it was not packed with the class
  protected static String readText(InputStream resource, String name) {
    if (resource == null) {
      throw new IllegalStateException(
          name + " is not beside its class: pack the compiler's resources with the classes");
    }
    try (resource) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Allocates `perSample * batch + constant` floats of work memory.
  ///
  /// @throws IllegalArgumentException if an array cannot be that long; it says which batch fits
  protected static float[] work32(String model, long perSample, long constant, int batch) {
    return new float[workLength(model, perSample, constant, batch)];
  }

  /// As [#work32], for doubles.
  protected static double[] work64(String model, long perSample, long constant, int batch) {
    return new double[workLength(model, perSample, constant, batch)];
  }

  /// As [#work32], for float16 numbers.
  protected static short[] work16(String model, long perSample, long constant, int batch) {
    return new short[workLength(model, perSample, constant, batch)];
  }

  /// As [#work32], for int8 numbers.
  protected static byte[] workI8(String model, long perSample, long constant, int batch) {
    return new byte[workLength(model, perSample, constant, batch)];
  }

  /// As [#work32], for uint8 numbers.
  protected static byte[] workU8(String model, long perSample, long constant, int batch) {
    return new byte[workLength(model, perSample, constant, batch)];
  }

  /// As [#work32], for int32 numbers.
  protected static int[] workI32(String model, long perSample, long constant, int batch) {
    return new int[workLength(model, perSample, constant, batch)];
  }

  /// As [#work32], for int64 numbers.
  protected static long[] workI64(String model, long perSample, long constant, int batch) {
    return new long[workLength(model, perSample, constant, batch)];
  }

  /// A tensor that shows part of `array`, for outputs and gradients that users may read.
  protected static Tensor view(float[] array, int offset, Shape shape) {
    return Tensor.view(array, offset, shape);
  }

  /// A tensor that shows part of `array`, for outputs and gradients that users may read.
  protected static Tensor view(double[] array, int offset, Shape shape) {
    return Tensor.view(array, offset, shape);
  }

  /// As [#view(float\[\], int, Shape)], of float16 numbers.
  protected static Tensor view(short[] array, int offset, Shape shape) {
    return Tensor.view(array, offset, shape);
  }

  /// As [#view(float\[\], int, Shape)], of int8 numbers.
  protected static Tensor view(byte[] array, int offset, Shape shape) {
    return Tensor.view(array, offset, shape);
  }

  /// As [#view(float\[\], int, Shape)], of uint8 numbers.
  protected static Tensor viewUnsigned(byte[] array, int offset, Shape shape) {
    return Tensor.viewUnsigned(array, offset, shape);
  }

  /// As [#view(float\[\], int, Shape)], of int32 numbers.
  protected static Tensor view(int[] array, int offset, Shape shape) {
    return Tensor.view(array, offset, shape);
  }

  /// As [#view(float\[\], int, Shape)], of int64 numbers.
  protected static Tensor view(long[] array, int offset, Shape shape) {
    return Tensor.view(array, offset, shape);
  }

  /// The number of samples that all feeds have; [#batch] if none of them has N.
  ///
  /// @throws IllegalArgumentException if two differ, or there are more than [#batch]
  protected final int rows(Feed... feeds) {
    Feed first = null;
    for (Feed feed : feeds) {
      if (feed.rows() == 0) {
        continue;
      }
      if (feed.rows() > batch) {
        throw new IllegalArgumentException(
            "%s has %d rows, but %s is bound for at most %d"
                .formatted(feed.name(), feed.rows(), spec.model(), batch));
      }
      if (first != null && first.rows() != feed.rows()) {
        throw new IllegalArgumentException(
            "%s has %d rows, but %s has %d"
                .formatted(first.name(), first.rows(), feed.name(), feed.rows()));
      }
      first = first == null ? feed : first;
    }
    return first == null ? batch : first.rows();
  }

  /// Requires that a feed of the backward pass has as many samples as the forward pass had.
  ///
  /// @throws IllegalArgumentException if it has more or fewer
  protected final void requireRows(Feed feed, int rows) {
    if (feed.rows() != 0 && feed.rows() != rows) {
      throw new IllegalArgumentException(
          "%s has %d rows, but forward had %d".formatted(feed.name(), feed.rows(), rows));
    }
  }

  /// Runs `job` on all threads of the device.
  ///
  /// @throws IllegalStateException if the graph or the device is closed
  protected final void run(Job job) {
    requireOpen();
    device.run(job);
  }

  final Weights weights() {
    return weights;
  }

  final void requireOpen() {
    if (closed) {
      throw new IllegalStateException(spec.model() + " is closed");
    }
  }

  private static int workLength(String model, long perSample, long constant, int batch) {
    if (perSample < 0 || constant < 0) {
      throw new IllegalArgumentException(
          "%s: work memory of %d * N + %d".formatted(model, perSample, constant));
    }
    long room = MOST_ELEMENTS - constant;
    if (room < 0 || perSample > room / batch) {
      long fitting = room < 0 ? 0 : room / perSample;
      throw new IllegalArgumentException(
          "%s with N = %d needs more work memory than one array holds (%d * N + %d elements): %s"
              .formatted(
                  model,
                  batch,
                  perSample,
                  constant,
                  fitting < 1 ? "no N fits" : "the largest N that fits is " + fitting));
    }
    return (int) (perSample * batch + constant);
  }
}
