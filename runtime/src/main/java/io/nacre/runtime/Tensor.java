package io.nacre.runtime;

import java.util.Objects;

/// Numbers with a shape: a tensor of its own, or a view onto a graph's memory.
///
/// Values are copied in and out; the array behind a tensor is never handed out. Elements are in
/// row-major order, the last axis fastest. A float64 tensor read as floats rounds; a float32 tensor
/// set from doubles rounds, and one of whole numbers cuts them off as Java's casts do. What can be computed with tensors is in [TensorOperations].
public final class Tensor implements TensorOperations {
  private final Numbers numbers;
  private final int offset;
  private final Shape shape;
  private final int size;

  private Tensor(Numbers numbers, int offset, Shape shape) {
    this.numbers = numbers;
    this.offset = offset;
    this.shape = shape;
    int length = numbers.length();
    long wanted = shape.size();
    if (offset < 0 || wanted > length - offset) {
      throw new IllegalArgumentException(
          "a view of %s at %d does not fit an array of %d".formatted(shape, offset, length));
    }
    this.size = (int) wanted;
  }

  /// A float32 tensor with a copy of `values`.
  ///
  /// @param shape positive sizes whose product is the number of values; none for a scalar
  /// @throws IllegalArgumentException if the product is another
  public static Tensor of(float[] values, int... shape) {
    return view(values.clone(), 0, fitting(values.length, shape));
  }

  /// A float64 tensor with a copy of `values`; see [#of(float\[\], int...)].
  public static Tensor of(double[] values, int... shape) {
    return view(values.clone(), 0, fitting(values.length, shape));
  }

  /// An int32 tensor with a copy of `values`; see [#of(float\[\], int...)].
  public static Tensor of(int[] values, int... shape) {
    return view(values.clone(), 0, fitting(values.length, shape));
  }

  /// An int64 tensor with a copy of `values`; see [#of(float\[\], int...)].
  public static Tensor of(long[] values, int... shape) {
    return view(values.clone(), 0, fitting(values.length, shape));
  }

  /// An int8 tensor with a copy of `values`; see [#of(float\[\], int...)].
  public static Tensor of(byte[] values, int... shape) {
    return view(values.clone(), 0, fitting(values.length, shape));
  }

  /// An uint8 tensor with a copy of `values`, of which a negative one is 256 more, as in
  /// [Byte#toUnsignedInt]; see [#of(float\[\], int...)].
  public static Tensor ofUnsigned(byte[] values, int... shape) {
    return viewUnsigned(values.clone(), 0, fitting(values.length, shape));
  }

  /// A tensor of zeros.
  ///
  /// @param shape positive sizes; none for a scalar
  public static Tensor zeros(DataType dataType, int... shape) {
    return zeros(dataType, concrete(shape));
  }

  /// The float32 tensor 0, 1, 2... of `size` numbers.
  public static Tensor range(int size) {
    Tensor range = zeros(DataType.FLOAT32, size);
    for (int i = 0; i < size; i++) {
      range.put(i, i);
    }
    return range;
  }

  /// Tensors one behind the other along an axis, which counts from 0, or from the end.
  ///
  /// @throws IllegalArgumentException if there is no tensor or no such axis, or they differ in type
  ///     or in another axis
  public static Tensor concat(int axis, Tensor... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("concat of no tensors");
    }
    return Layouts.concat(axis, parts);
  }

  /// Tensors as the entries of a new first axis.
  ///
  /// @throws IllegalArgumentException if there is no tensor, or they differ in type or shape
  public static Tensor stack(Tensor... parts) {
    Tensor[] rows = new Tensor[parts.length];
    for (int i = 0; i < parts.length; i++) {
      int[] dims = parts[i].shape.toInts();
      int[] more = new int[dims.length + 1];
      more[0] = 1;
      System.arraycopy(dims, 0, more, 1, dims.length);
      rows[i] = parts[i].reshape(more);
    }
    return concat(0, rows);
  }

  static Tensor zeros(DataType dataType, Shape shape) {
    return new Tensor(Numbers.of(dataType, Layouts.size(shape)), 0, shape);
  }

  static Tensor view(float[] array, int offset, Shape shape) {
    return view(DataType.FLOAT32, array, offset, shape);
  }

  static Tensor view(double[] array, int offset, Shape shape) {
    return view(DataType.FLOAT64, array, offset, shape);
  }

  /// Of float16 numbers.
  static Tensor view(short[] array, int offset, Shape shape) {
    return view(DataType.FLOAT16, array, offset, shape);
  }

  static Tensor view(byte[] array, int offset, Shape shape) {
    return view(DataType.INT8, array, offset, shape);
  }

  static Tensor viewUnsigned(byte[] array, int offset, Shape shape) {
    return view(DataType.UINT8, array, offset, shape);
  }

  static Tensor view(int[] array, int offset, Shape shape) {
    return view(DataType.INT32, array, offset, shape);
  }

  static Tensor view(long[] array, int offset, Shape shape) {
    return view(DataType.INT64, array, offset, shape);
  }

  private static Tensor view(DataType dataType, Object array, int offset, Shape shape) {
    return new Tensor(new Numbers(dataType, Objects.requireNonNull(array)), offset, shape);
  }

  /// The sizes of the axes, all of them numbers.
  public Shape shape() {
    return shape;
  }

  /// The type of the numbers.
  public DataType dataType() {
    return numbers.dataType();
  }

  /// How many numbers there are.
  public int size() {
    return size;
  }

  /// All numbers as floats, in a new array.
  public float[] toFloats() {
    float[] copy = new float[size];
    copyTo(copy, 0);
    return copy;
  }

  /// All numbers as doubles, in a new array.
  public double[] toDoubles() {
    double[] copy = new double[size];
    copyTo(copy, 0);
    return copy;
  }

  /// All numbers as longs, in a new array; fractions are cut off.
  public long[] toLongs() {
    long[] copy = new long[size];
    numbers.copyTo(offset, new Numbers(DataType.INT64, copy), 0, size);
    return copy;
  }

  /// All numbers as ints, in a new array, as Java's casts make them.
  public int[] toInts() {
    int[] copy = new int[size];
    numbers.copyTo(offset, new Numbers(DataType.INT32, copy), 0, size);
    return copy;
  }

  /// The number at `index`; of an int64 its first 53 binary digits, see [#getLong].
  ///
  /// @param index one number per axis, each from 0 to the axis' size - 1
  /// @throws IndexOutOfBoundsException for any other index
  public double get(int... index) {
    return at(position(index));
  }

  /// The number at `index` as a long, its fraction cut off; see [#get].
  public long getLong(int... index) {
    return numbers.getLong(offset + position(index));
  }

  /// Sets the number at `index`; see [#get].
  public void set(double value, int... index) {
    put(position(index), value);
  }

  /// Sets all numbers.
  ///
  /// @throws IllegalArgumentException if there are more or fewer values than [#size]
  public void set(float[] values) {
    requireSize(values.length);
    new Numbers(DataType.FLOAT32, values).copyTo(0, numbers, offset, size);
  }

  /// Sets all numbers; see [#set(float\[\])].
  public void set(double[] values) {
    requireSize(values.length);
    new Numbers(DataType.FLOAT64, values).copyTo(0, numbers, offset, size);
  }

  /// Sets all numbers; see [#set(float\[\])].
  public void set(long[] values) {
    requireSize(values.length);
    new Numbers(DataType.INT64, values).copyTo(0, numbers, offset, size);
  }

  /// Sets all numbers to those of a tensor of the same shape.
  ///
  /// @throws IllegalArgumentException if its shape is another
  public void set(Tensor values) {
    if (!shape.equals(values.shape)) {
      throw new IllegalArgumentException(
          "a tensor of %s cannot be set to one of %s".formatted(shape, values.shape));
    }
    values.numbers.copyTo(values.offset, numbers, offset, size);
  }

  /// The same numbers in another type: rounded to a float type, and cut off to whole numbers, of which
  /// int8 and uint8 keep the lowest bits.
  public Tensor cast(DataType dataType) {
    Tensor result = zeros(dataType, shape);
    result.set(this);
    return result;
  }

  /// Sets every number to `value`.
  public void fill(double value) {
    for (int i = 0; i < size; i++) {
      put(i, value);
    }
  }

  /// Copies all numbers into `target`, from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  public void copyTo(float[] target, int at) {
    copyTo(new Numbers(DataType.FLOAT32, target), at);
  }

  /// Copies all numbers into `target`, from `at` on; see [#copyTo(float\[\], int)].
  public void copyTo(double[] target, int at) {
    copyTo(new Numbers(DataType.FLOAT64, target), at);
  }

  /// Shape, type and numbers, for instance `2 x 2 float32 [[1.0, 2.0], [3.0, 4.0]]`. Of a long axis
  /// only the first and last numbers are shown. [#text] shows them in rows and columns.
  @Override
  public String toString() {
    return TensorText.of(this);
  }

  void copyTo(Numbers target, int at) {
    requireRoom(target.length(), at);
    numbers.copyTo(offset, target, at, size);
  }

  /// The number at `position` in row-major order.
  double at(int position) {
    return numbers.get(offset + position);
  }

  /// The number at `position`, exactly.
  Number numberAt(int position) {
    return numbers.number(offset + position);
  }

  /// The text of the number at `position`.
  String textAt(int position) {
    return numbers.text(offset + position);
  }

  void put(int position, double value) {
    numbers.set(offset + position, value);
  }

  /// Sets the number at `position` to one of a tensor of the same type.
  void put(int position, Tensor source, int from) {
    source.numbers.copyTo(source.offset + from, numbers, offset + position, 1);
  }

  private int position(int[] index) {
    if (index.length != shape.rank()) {
      throw new IndexOutOfBoundsException(
          "%d indices for the %d axes of %s".formatted(index.length, shape.rank(), shape));
    }
    int position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      int dim = shape.dim(axis);
      if (index[axis] < 0 || index[axis] >= dim) {
        throw new IndexOutOfBoundsException(
            "index %d on axis %d of %s".formatted(index[axis], axis, shape));
      }
      position = position * dim + index[axis];
    }
    return position;
  }

  private void requireSize(int given) {
    if (given != size) {
      throw new IllegalArgumentException(
          "%d values do not fill a tensor of %s, which has %d".formatted(given, shape, size));
    }
  }

  private void requireRoom(int length, int at) {
    if (at < 0 || size > length - at) {
      throw new IndexOutOfBoundsException(
          "the %d values of a tensor of %s do not fit at %d of an array of %d"
              .formatted(size, shape, at, length));
    }
  }

  static Shape concrete(int[] dims) {
    Shape shape = Shape.of(dims);
    if (shape.hasBatch()) {
      throw new IllegalArgumentException("a tensor's shape needs numbers, not " + shape);
    }
    return shape;
  }

  private static Shape fitting(int length, int[] dims) {
    Shape shape = concrete(dims);
    if (shape.size() != length) {
      throw new IllegalArgumentException(
          "%d values do not make a tensor of %s, which has %d"
              .formatted(length, shape, shape.size()));
    }
    return shape;
  }
}
