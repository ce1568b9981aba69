package io.nacre.processor.differentiate;

import io.nacre.processor.differentiate.GradientCases.Build;
import io.nacre.processor.differentiate.GradientCases.Builder;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.List;
import java.util.Map;

/// Graphs of the primitives that move elements, for [GradientCases].
///
/// A square follows each, so that a gradient that comes from a wrong place is a wrong number.
final class MovementCases {
  private static final Dim TWO_N = new Dim(2, true);

  private MovementCases() {}

  static void addTo(Map<String, Build> cases) {
    cases.put("Transpose", b -> transpose(b, List.of(2, 0, 1), Dim.N, Dim.of(3), Dim.of(4)));
    cases.put("Transpose of a matrix", b -> transpose(b, List.of(1, 0), Dim.of(3), Dim.N));
    cases.put(
        "Transpose of five axes",
        b ->
            transpose(
                b, List.of(0, 3, 1, 4, 2), Dim.of(2), Dim.of(3), TWO_N, Dim.of(2), Dim.of(1)));
    cases.put(
        "Slice",
        b ->
            slice(
                b,
                List.of(Range.of(0, Dim.N), Range.of(1, Dim.of(3)), Range.of(2, Dim.ONE)),
                Dim.N,
                Dim.of(5),
                Dim.of(4)));
    cases.put(
        "Slice with steps",
        b ->
            slice(
                b,
                List.of(
                    new Range(0, Dim.of(3), 3),
                    new Range(1, Dim.of(2), -2),
                    new Range(0, TWO_N, -1)),
                Dim.of(8),
                Dim.of(5),
                TWO_N));
    cases.put(
        "Slice of half the batch",
        b -> slice(b, List.of(Range.of(1, Dim.N), Range.of(0, Dim.of(3))), TWO_N, Dim.of(3)));
    cases.put(
        "Pad",
        b ->
            square(
                b,
                b.e.pad(
                    b.variable(Dim.N, Dim.of(3)),
                    List.of(Range.of(0, Dim.N), new Range(1, Dim.of(3), 2)),
                    Shape.of(Dim.N, Dim.of(7)),
                    2.5)));
    cases.put(
        "Concat",
        b ->
            square(
                b,
                b.e.concat(
                    List.of(
                        b.variable(Dim.N, Dim.of(2), Dim.of(3)),
                        b.variable(Dim.N, Dim.of(1), Dim.of(3)),
                        b.variable(Dim.N, Dim.of(4), Dim.of(3))),
                    1)));
    cases.put("Concat along the batch", MovementCases::alongBatch);
    cases.put("Concat of one value twice", MovementCases::twice);
    cases.put("slices whose gradients lie side by side", MovementCases::slices);
    cases.put("slices that overlap", MovementCases::overlapping);
    cases.put("a slice of a concatenation", MovementCases::sliceOfConcat);
  }

  private static Value square(Builder b, Value y) {
    return b.e.multiply(y, y);
  }

  private static Value transpose(Builder b, List<Integer> permutation, Dim... dims) {
    return square(b, b.e.transpose(b.variable(dims), permutation));
  }

  private static Value slice(Builder b, List<Range> ranges, Dim... dims) {
    return square(b, b.e.slice(b.variable(dims), ranges));
  }

  private static Value alongBatch(Builder b) {
    Value x = b.variable(Dim.N, Dim.of(2));
    return square(b, b.e.concat(List.of(x, b.variable(TWO_N, Dim.of(2))), 0));
  }

  private static Value twice(Builder b) {
    Value x = b.variable(Dim.N, Dim.of(3));
    return square(b, b.e.concat(List.of(x, b.variable(Dim.N, Dim.ONE), x), 1));
  }

  private static Value slices(Builder b) {
    Value x = b.variable(Dim.of(5), Dim.N, Dim.of(2));
    Value a = b.e.slice(x, 0, Range.of(0, Dim.of(2)));
    Value c = b.e.slice(x, 0, Range.of(3, Dim.of(2)));
    Value sum = b.e.multiply(a, b.e.pointwise(PointwiseFunction.TANH, c));
    Value middle = b.e.slice(x, 0, Range.of(2, Dim.ONE));
    return b.e.multiply(sum, b.e.broadcast(middle, sum.shape()));
  }

  private static Value overlapping(Builder b) {
    Value x = b.variable(Dim.N, Dim.of(5));
    Value low = b.e.slice(x, 1, Range.of(0, Dim.of(3)));
    return b.e.multiply(low, b.e.slice(x, 1, new Range(1, Dim.of(3), -1)));
  }

  private static Value sliceOfConcat(Builder b) {
    Value x = b.variable(Dim.N, Dim.of(3));
    Value y = b.variable(Dim.N, Dim.of(4));
    Value all = b.e.concat(List.of(x, y), 1);
    Value across = b.e.slice(all, 1, Range.of(1, Dim.of(4)));
    return b.e.multiply(across, b.e.slice(all, 1, Range.of(3, Dim.of(4))));
  }
}
