package io.nacre.runtime.files;

import io.nacre.runtime.Shape;
import io.nacre.runtime.Tensor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// A `.params` file of MXNet: arrays, mostly with names. `mx.nd.save`, `Module.save_checkpoint` and
/// Gluon's `save_parameters` write such files.
///
/// All versions can be read, V0 to V3 (MXNet 0.5 to 1.9), sparse arrays as dense ones; V2 is
/// written. [#read] finds out what is where, and checks it against the file's length before
/// anything is allocated; [#get] reads one array.
///
/// A [Tensor] is float32 or float64. Numbers of other types become one in which they are exact:
///
/// | in the file | in the tensor |
/// | --- | --- |
/// | float32, float16, bfloat16, bool, int8, uint8, int16, uint16 | float32 |
/// | float64, int32, uint32 | float64 |
/// | int64, uint64 | float64; refused where one is not exactly a float64 |
public final class MxnetParams {
  /// How the numbers of an array lie in the file.
  public enum Storage {
    /// All of them.
    DENSE,
    /// Whole rows, those of 0 left out.
    ROW_SPARSE,
    /// Compressed by rows, single zeros left out.
    CSR,
    /// A slot without an array.
    NONE
  }

  /// What the file says of one array.
  ///
  /// @param name its name; its place in the file, from 0, if the file has no names
  /// @param dataType MXNet's and NumPy's name of the type, for instance `float16`; empty for a slot
  ///     without an array
  /// @param shape its shape, for a sparse array that of the dense one
  public record Entry(String name, String dataType, List<Long> shape, Storage storage) {
    /// Copies the shape.
    public Entry {
      shape = List.copyOf(shape);
    }
  }

  private final Path file;
  private final List<ParamsArray> arrays;
  private final List<Entry> entries = new ArrayList<>();
  private final boolean named;

  private MxnetParams(Path file, ParamsScanner.Found found) {
    this.file = file;
    arrays = found.arrays();
    named = !found.names().isEmpty();
    for (int i = 0; i < arrays.size(); i++) {
      ParamsArray array = arrays.get(i);
      String name = named ? found.names().get(i) : Integer.toString(i);
      String type = array.type() == null ? "" : array.type().toString();
      entries.add(new Entry(name, type, array.shape(), array.storage()));
    }
  }

  /// Reads what `file` says of its arrays.
  ///
  /// @throws IOException if the file cannot be read, is cut short, or breaks a rule of the format;
  ///     the message says where and which
  public static MxnetParams read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new MxnetParams(file, ParamsScanner.scan(file, channel));
    }
  }

  /// Writes `tensors` to `file`, in their order and in V2, which MXNet reads from 0.12 on: first to
  /// a temporary file beside it, which then takes its place in one step. MXNet expects names like
  /// `arg:fc1_weight` and `aux:bn_moving_mean` in checkpoints.
  ///
  /// @throws IOException if it cannot be written; an older file is then unchanged
  /// @throws IllegalArgumentException if a tensor has no axes, which V2 cannot store
  public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
    ParamsWriter.write(file, tensors);
  }

  /// What the file says of each array, in its order.
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// Whether the arrays have names.
  public boolean named() {
    return named;
  }

  /// What the file says of the array of a name.
  ///
  /// @throws NoSuchElementException if it has none of that name
  public Entry entry(String name) {
    return entries.get(index(name));
  }

  /// Reads one array. A sparse array can be far larger than its file, so one of more than 2^20
  /// numbers has to be read by [#get(String, Shape)].
  ///
  /// @throws NoSuchElementException if the file has no array of that name
  /// @throws IOException if the file cannot be read or has been cut since, or the array is an empty
  ///     slot or of size 0, is larger than a Java array, has indices that do not fit its shape, or
  ///     numbers that no tensor holds exactly
  public Tensor get(String name) throws IOException {
    return get(index(name));
  }

  /// Reads one array that has to be of a certain shape; see [#get(String)].
  ///
  /// @throws IllegalArgumentException if its shape is another
  public Tensor get(String name, Shape shape) throws IOException {
    int index = index(name);
    String found = ParamsArray.text(arrays.get(index).shape());
    if (!found.equals(shape.toString())) {
      throw new IllegalArgumentException(
          "%s: array '%s' is %s, not %s".formatted(file, name, found, shape));
    }
    return reader(index).read(Long.MAX_VALUE);
  }

  /// Reads the array at a place, from 0; see [#get(String)].
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public Tensor get(int index) throws IOException {
    return reader(index).read(1 << 20);
  }

  private ParamsReader reader(int index) {
    return new ParamsReader(file, entries.get(index).name(), arrays.get(index));
  }

  private int index(String name) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new NoSuchElementException("%s has no array '%s'".formatted(file, name));
  }
}
