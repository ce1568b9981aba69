package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The same elements with the axes in another order: axis i of the result is axis `permutation[i]`
/// of the input.
public record Transpose(Value input, List<Integer> permutation) implements Primitive {
  public Transpose {
    permutation = List.copyOf(permutation);
    Check.that(
        permutation.stream().sorted().toList().equals(identity(input.shape().rank())),
        "%s of %s",
        permutation,
        input.shape());
  }

  /// `0, 1, 2, ...`
  static List<Integer> identity(int rank) {
    return IntStream.range(0, rank).boxed().toList();
  }

  /// The order that undoes `permutation`.
  static List<Integer> inverse(List<Integer> permutation) {
    return identity(permutation.size()).stream().map(permutation::indexOf).toList();
  }

  static Shape permuted(Shape shape, List<Integer> permutation) {
    List<Dim> dims = new ArrayList<>();
    permutation.forEach(axis -> dims.add(shape.dim(axis)));
    return new Shape(dims);
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public Shape shape() {
    return permuted(input.shape(), permutation);
  }

  @Override
  public DataType type() {
    return input.type();
  }

  /// dx = dy with its axes back in their old order.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    gradients.add(input, gradients.emitter().transpose(dy, inverse(permutation)));
  }
}
