package io.nacre.processor.write;

import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.lower.LoopKernel.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How a kernel's axes become nested loops: `row` over the kept outer axes, `r` over the reduced outer
/// axes, and `i` over the last axis.
final class LoopShape {
  /// A run shorter than this is summed in order; a longer one in as many partial sums.
  static final int PARTIALS = 64;

  private static final int NARROW = 16;

  private final LoopKernel kernel;
  private final OptionalInt open;
  private final int inner;
  private final List<Integer> rowAxes;
  private final List<Integer> reducedAxes;

  /// @param open the axis whose size is not known when the loop is written, if there is one
  LoopShape(LoopKernel kernel, OptionalInt open) {
    this.kernel = kernel;
    this.open = open;
    this.inner = kernel.axes().size() - 1;
    this.rowAxes = IntStream.range(0, inner).filter(a -> !axis(a).reduced()).boxed().toList();
    this.reducedAxes = IntStream.range(0, inner).filter(a -> axis(a).reduced()).boxed().toList();
  }

  private Axis axis(int axis) {
    return kernel.axes().get(axis);
  }

  private Extent size(int axis) {
    Extent size = Extent.of(axis(axis).size());
    return open.isPresent() && open.getAsInt() == axis ? size.opened() : size;
  }

  private Extent size(List<Integer> axes) {
    return axes.stream().map(this::size).reduce(Extent.ONE, Extent::times);
  }

  int innerAxis() {
    return inner;
  }

  boolean innerReduced() {
    return axis(inner).reduced();
  }

  Extent innerSize() {
    return size(inner);
  }

  boolean hasRows() {
    return !rowAxes.isEmpty();
  }

  boolean hasReducedOuter() {
    return !reducedAxes.isEmpty();
  }

  Extent rows() {
    return size(rowAxes);
  }

  Extent reducedOuter() {
    return size(reducedAxes);
  }

  /// Whether the inner run is known to be short and nothing else is reduced.
  boolean shortRun() {
    return !hasReducedOuter() && innerSize().fixed() && innerSize().factor() < PARTIALS;
  }

  /// Whether vector code can gain anything: all functions have a vector form, the inner axis fills a
  /// vector, and is not summed in order.
  boolean isWorthVectors() {
    if (!hasVectorForm()) {
      return false;
    }
    boolean wide = !innerSize().fixed() || innerSize().factor() >= NARROW;
    return wide && !(innerReduced() && (shortRun() || !hasWholeBlocks()));
  }

  /// Whether the loop can be vector code: it is of one type, and every function has a vector form.
  boolean hasVectorForm() {
    return kernel.isUniform()
        && kernel.body().stream().allMatch(step -> step.function().hasVector());
  }

  /// The part of the inner run that fills whole blocks of partial results, as Java text.
  String wholeBlocks() {
    Extent size = innerSize();
    return size.fixed()
        ? Long.toString(size.factor() / PARTIALS * PARTIALS)
        : "(" + size.text() + " & -" + PARTIALS + ")";
  }

  /// Whether there can be whole blocks at all.
  boolean hasWholeBlocks() {
    return !innerSize().fixed() || innerSize().factor() >= PARTIALS;
  }

  /// Whether something can be left after the whole blocks.
  boolean hasRest() {
    return !innerSize().fixed() || innerSize().factor() % PARTIALS != 0;
  }

  boolean usesInner(int input) {
    return kernel.inputs().get(input).get(inner);
  }

  /// The index along an outer axis, from `row` or `r`: `row / 20`, `row % 20`.
  String index(int axis) {
    if (axis == inner) {
      return "i";
    }
    List<Integer> family = axis(axis).reduced() ? reducedAxes : rowAxes;
    String text = axis(axis).reduced() ? "r" : "row";
    int place = family.indexOf(axis);
    Extent after = size(family.subList(place + 1, family.size()));
    if (!after.is(1)) {
      text += " / " + after.factorText();
    }
    if (place > 0) {
      text += " % " + size(axis).factorText();
    }
    return text;
  }

  /// What is added to an input's start for the current `row` and `r`; empty if nothing is.
  Optional<String> rowOffset(int input) {
    List<Boolean> used = kernel.inputs().get(input);
    List<Integer> usedAxes = IntStream.rangeClosed(0, inner).filter(used::get).boxed().toList();
    List<Integer> outer = usedAxes.stream().filter(a -> a != inner).toList();
    if (outer.isEmpty()) {
      return Optional.empty();
    }
    Extent tail = used.get(inner) ? size(inner) : Extent.ONE;
    if (outer.equals(rowAxes)) {
      return Optional.of(times("row", tail));
    }
    if (outer.equals(reducedAxes)) {
      return Optional.of(times("r", tail));
    }
    List<String> terms = new ArrayList<>();
    for (int axis : outer) {
      Extent stride = size(usedAxes.stream().filter(a -> a > axis).toList());
      terms.add(times(index(axis), stride));
    }
    return Optional.of(String.join(" + ", terms));
  }

  private static String times(String index, Extent stride) {
    if (stride.is(1)) {
      return index;
    }
    String left = index.contains(" ") ? "(" + index + ")" : index;
    return left + " * " + stride.factorText();
  }
}
