package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// MXNet's language for reshapes: 0 keeps an axis, -1 takes what is left over, -2 keeps all that
/// follow, -3 merges two axes, -4 splits one.
final class ReshapeCodes {
  static final int KEEP = 0;
  static final int REST = -1;
  static final int KEEP_ALL = -2;
  static final int MERGE = -3;
  static final int SPLIT = -4;

  /// What comes out.
  ///
  /// @param output the new shape; unknown where the old one is
  /// @param back what the old shape is if the new one is `output`
  /// @param mistake what is wrong; empty if nothing is
  record Result(PartialShape output, PartialShape back, Optional<Mistake> mistake) {}

  /// @param element which number of the attribute is to blame; -1 for all together
  /// @param axis the one axis of the old shape that does not come apart; -1 if there are several
  /// @param divisor what it should be a multiple of
  record Mistake(Kind kind, int element, String fact, int axis, Dim divisor) {
    Mistake(Kind kind, int element, String fact) {
      this(kind, element, fact, -1, Dim.UNKNOWN);
    }
  }

  /// What can be wrong.
  enum Kind {
    /// The numbers are no reshape of anything.
    CODES,
    /// The counts of elements differ.
    COUNT,
    /// A division leaves a rest.
    DIVISION
  }

  private final List<Integer> codes;
  private final PartialShape data;
  private final PartialShape known;
  private final boolean reverse;
  private final IntFunction<Dim> dims;
  private final List<Dim> output = new ArrayList<>();
  private final List<Dim> back;
  /// The axes that are kept, before and after.
  private final List<Integer> kept = new ArrayList<>();

  private final List<Integer> keptAs = new ArrayList<>();
  private Mistake mistake;
  private int source;
  private int rest = -1;
  private int restElement = -1;

  private ReshapeCodes(
      List<Integer> codes,
      PartialShape data,
      PartialShape known,
      boolean reverse,
      IntFunction<Dim> dims) {
    this.codes = reverse ? codes.reversed() : codes;
    this.data = reverse ? PartialShape.of(data.dims().reversed()) : data;
    this.known = reverse && known.hasRank() ? PartialShape.of(known.dims().reversed()) : known;
    this.reverse = reverse;
    this.dims = dims;
    this.back = new ArrayList<>(this.data.dims());
  }

  /// Applies the numbers to a shape.
  ///
  /// @param known what is known of the output otherwise
  /// @param dims what a positive number, or a multiple of `BATCH`, means
  static Result apply(
      List<Integer> codes,
      PartialShape data,
      PartialShape known,
      boolean reverse,
      IntFunction<Dim> dims) {
    return new ReshapeCodes(codes, data, known, reverse, dims).apply();
  }

  private Result apply() {
    for (int i = 0; i < codes.size() && mistake == null; i++) {
      i = read(i);
    }
    if (mistake == null) {
      takeRest();
    }
    if (mistake == null) {
      compareCounts();
    }
    if (reverse) {
      Collections.reverse(output);
      Collections.reverse(back);
    }
    return new Result(
        PartialShape.of(output), PartialShape.of(back), Optional.ofNullable(mistake));
  }

  /// Reads the number at `i`; where the last number that belongs to it stands.
  private int read(int i) {
    int code = codes.get(i);
    switch (code) {
      case KEEP -> {
        if (has(i, 1, "keeps axis %d".formatted(source))) {
          keep();
        }
      }
      case REST -> {
        if (rest >= 0) {
          wrong(i, "-1 comes twice");
        }
        rest = output.size();
        restElement = i;
        output.add(Dim.UNKNOWN);
        source++;
      }
      case KEEP_ALL -> {
        while (source < data.rank()) {
          keep();
        }
      }
      case MERGE -> {
        if (has(i, 2, "merges axes %d and %d".formatted(source, source + 1))) {
          merge();
        }
      }
      case SPLIT -> {
        if (i + 2 >= codes.size()) {
          wrong(i, "-4 is followed by %d numbers, not two".formatted(codes.size() - 1 - i));
        } else if (has(i, 1, "splits axis %d".formatted(source))) {
          split(i);
        }
        return i + 2;
      }
      default -> {
        if (code < 0 && !BatchNumber.is(code)) {
          wrong(i, "%d has no meaning".formatted(code));
        } else {
          output.add(dims.apply(code));
          source++;
        }
      }
    }
    return i;
  }

  private boolean has(int i, int axes, String what) {
    if (source + axes <= data.rank()) {
      return true;
    }
    wrong(i, "%d %s, but there are only %d axes".formatted(codes.get(i), what, data.rank()));
    return false;
  }

  private void keep() {
    learnBack(source, knownDim(output.size()));
    kept.add(source);
    keptAs.add(output.size());
    output.add(back.get(source++));
  }

  private void merge() {
    Dim left = data.dim(source);
    Dim right = data.dim(source + 1);
    Dim both = knownDim(output.size());
    learnBack(source, both.dividedBy(right).orElse(Dim.UNKNOWN));
    learnBack(source + 1, both.dividedBy(left).orElse(Dim.UNKNOWN));
    output.add(left.times(right).orElse(Dim.UNKNOWN));
    source += 2;
  }

  private void split(int i) {
    int first = codes.get(i + 1);
    int second = codes.get(i + 2);
    for (int k = 1; k <= 2; k++) {
      int code = codes.get(i + k);
      if (code != REST && code <= 0 && !BatchNumber.is(code)) {
        wrong(i + k, "-4 splits into %d and %d, which are no sizes".formatted(first, second));
        return;
      }
    }
    if (first == REST && second == REST) {
      wrong(i + 2, "-4 splits into -1 and -1, of which only one can be inferred");
      return;
    }
    Dim whole = data.dim(source);
    Dim left = first == REST ? Dim.UNKNOWN : dims.apply(first);
    Dim right = second == REST ? Dim.UNKNOWN : dims.apply(second);
    if (!left.known() || !right.known()) {
      Dim given = left.known() ? left : right;
      Optional<Dim> other = whole.dividedBy(given);
      if (whole.known() && other.isEmpty()) {
        divides(i + (left.known() ? 1 : 2), whole, given, source);
        return;
      }
      left = left.known() ? left : other.orElse(knownDim(output.size()));
      right = right.known() ? right : other.orElse(knownDim(output.size() + 1));
    }
    Optional<Dim> product = left.times(right);
    if (whole.known() && product.isPresent() && !product.get().equals(whole)) {
      mistake =
          new Mistake(
              Kind.COUNT,
              element(i + 1),
              "%s x %s is %s, not the %s of axis %d"
                  .formatted(left, right, product.get(), whole, axis(source)));
      return;
    }
    learnBack(source, product.orElse(Dim.UNKNOWN));
    output.add(left);
    output.add(right);
    source++;
  }

  private void learnBack(int axis, Dim dim) {
    if (!back.get(axis).known()) {
      back.set(axis, dim);
    }
  }

  private Dim knownDim(int axis) {
    return known.hasRank() && axis < known.rank() ? known.dim(axis) : Dim.UNKNOWN;
  }

  /// The -1 is what is left over.
  private void takeRest() {
    if (rest < 0) {
      return;
    }
    List<Integer> old = axes(back.size(), kept);
    List<Integer> now = axes(output.size(), keptAs);
    now.remove(Integer.valueOf(rest));
    Dim whole = size(old.stream().map(back::get).toList());
    Dim others = size(now.stream().map(output::get).toList());
    if (!whole.known() || !others.known()) {
      output.set(rest, knownDim(rest));
      return;
    }
    Optional<Dim> left = whole.dividedBy(others);
    if (left.isEmpty()) {
      divides(restElement, whole, others, old.size() == 1 ? old.getFirst() : -1);
    } else {
      output.set(rest, left.get());
    }
  }

  /// All axes but those that are kept.
  private static List<Integer> axes(int rank, List<Integer> kept) {
    List<Integer> axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    axes.removeAll(kept);
    return axes;
  }

  /// @param from the one axis of the old shape that is divided; -1 for several
  private void divides(int i, Dim whole, Dim part, int from) {
    boolean batch = part.batch() && !whole.batch();
    String quotient =
        batch
            ? "%s / %s depends on the batch".formatted(whole, part)
            : "%s / %s is %s%s"
                .formatted(
                    whole,
                    part,
                    Numbers.text(Math.rint(1e4 * whole.size() / part.size()) / 1e4),
                    whole.batch() && !part.batch() ? " N" : "");
    mistake =
        new Mistake(Kind.DIVISION, element(i), quotient, from < 0 ? -1 : axis(from), part);
  }

  private void compareCounts() {
    Dim old = size(back);
    Dim now = size(output);
    if (old.known() && now.known() && !old.equals(now)) {
      mistake = new Mistake(Kind.COUNT, -1, "%s of %s".formatted(now, old));
    }
    int open = back.indexOf(Dim.UNKNOWN);
    if (now.known() && open >= 0 && open == back.lastIndexOf(Dim.UNKNOWN)) {
      learnBack(open, now.dividedBy(size(without(back, open))).orElse(Dim.UNKNOWN));
    }
  }

  private static List<Dim> without(List<Dim> dims, int index) {
    List<Dim> without = new ArrayList<>(dims);
    without.remove(index);
    return without;
  }

  /// The product; unknown if a dimension is, or if it would hold N x N.
  static Dim size(List<Dim> dims) {
    return PartialShape.of(dims).size(0, dims.size());
  }

  private void wrong(int i, String fact) {
    if (mistake == null) {
      mistake = new Mistake(Kind.CODES, element(i), fact);
    }
  }

  private int element(int i) {
    return reverse ? codes.size() - 1 - i : i;
  }

  private int axis(int source) {
    return reverse ? data.rank() - 1 - source : source;
  }
}
