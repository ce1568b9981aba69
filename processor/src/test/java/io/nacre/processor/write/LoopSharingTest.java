package io.nacre.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.lower.LoopKernel.Axis;
import io.nacre.processor.lower.LoopKernel.Input;
import io.nacre.processor.lower.LoopKernel.Instruction;
import io.nacre.processor.lower.LoopKernel.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopSharingTest {

  /// `tanh` of one array.
  private static LoopKernel pointwise(Dim... sizes) {
    return new LoopKernel(
        DataType.FLOAT32,
        Arrays.stream(sizes).map(size -> new Axis(size, false)).toList(),
        List.of(Arrays.stream(sizes).map(size -> true).toList()),
        List.of(DataType.FLOAT32),
        List.of(
            new Instruction(
                PointwiseFunction.TANH,
                List.of(new Input(0)),
                DataType.FLOAT32,
                DataType.FLOAT32)),
        new Result(0),
        Optional.empty());
  }

  /// The sum of one array over its last axis.
  private static LoopKernel sum(Dim rows, Dim size) {
    return new LoopKernel(
        DataType.FLOAT32,
        List.of(new Axis(rows, false), new Axis(size, true)),
        List.of(List.of(true, true)),
        List.of(DataType.FLOAT32),
        List.of(),
        new Input(0),
        Optional.of(Reduce.Kind.SUM));
  }

  private static List<OptionalInt> open(List<LoopKernel> kernels) {
    LoopSharing sharing = LoopSharing.of(kernels);
    return kernels.stream().map(sharing::open).distinct().toList();
  }

  private static List<LoopKernel> widths(int... sizes) {
    return Arrays.stream(sizes).mapToObj(size -> pointwise(new Dim(size, true))).toList();
  }

  @Test
  void threeAreNotEnough() {
    List<LoopKernel> kernels = widths(10, 20, 30);
    assertEquals(List.of(OptionalInt.empty()), open(kernels));
    LoopSharing sharing = LoopSharing.of(kernels);
    assertEquals(kernels, kernels.stream().map(sharing::first).toList());
  }

  @Test
  void fourShareOneMethod() {
    List<LoopKernel> kernels = widths(100, 200, 300, 400);
    assertEquals(List.of(OptionalInt.of(0)), open(kernels));
    LoopSharing sharing = LoopSharing.of(kernels);
    assertEquals(
        List.of(kernels.get(0)), kernels.stream().map(sharing::first).distinct().toList());
  }

  /// Channels differ, and images do: the image is worth more as a literal.
  @Test
  void anOuterAxisGoesFirst() {
    List<LoopKernel> kernels =
        Stream.of(196, 49)
            .flatMap(
                image ->
                    IntStream.of(8, 16, 24, 32)
                        .mapToObj(c -> pointwise(Dim.N, Dim.of(c), Dim.of(image))))
            .toList();
    assertEquals(List.of(OptionalInt.of(1)), open(kernels));
    LoopSharing sharing = LoopSharing.of(kernels);
    assertEquals(
        List.of(kernels.get(0), kernels.get(4)),
        kernels.stream().map(sharing::first).distinct().toList());
  }

  /// A few numbers are summed in order, more of them in partial sums.
  @Test
  void sumsOfAFewKeepTheirSizes() {
    Dim rows = Dim.of(10);
    List<LoopKernel> few =
        IntStream.of(8, 16, 24, 32).mapToObj(size -> sum(rows, Dim.of(size))).toList();
    assertEquals(List.of(OptionalInt.empty()), open(few));
    List<LoopKernel> many =
        IntStream.of(64, 65, 100, 128).mapToObj(size -> sum(rows, Dim.of(size))).toList();
    assertEquals(List.of(OptionalInt.of(1)), open(many));
  }

  @Test
  void narrowLoopsWithoutVectorsStayApart() {
    List<LoopKernel> kernels =
        IntStream.of(4, 8, 100, 200).mapToObj(size -> pointwise(Dim.N, Dim.of(size))).toList();
    assertEquals(List.of(OptionalInt.empty()), open(kernels));
  }
}
