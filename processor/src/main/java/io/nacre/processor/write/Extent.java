package io.nacre.processor.write;

import io.nacre.processor.ir.Dim;
import java.util.ArrayList;
import java.util.List;

/// A size in a generated loop: a number, perhaps times N, perhaps times `k`, the size that the loops
/// which share a method differ in.
record Extent(long factor, boolean batch, boolean open) {
  static final Extent ONE = new Extent(1, false, false);

  /// What an open size is called in the generated code.
  static final String OPEN = "k";

  static Extent of(Dim size) {
    return new Extent(size.size(), size.batch(), false);
  }

  /// This size, but for its number, which is an argument.
  Extent opened() {
    return new Extent(1, batch, true);
  }

  Extent times(Extent other) {
    return new Extent(
        Math.multiplyExact(factor, other.factor), batch || other.batch, open || other.open);
  }

  /// Whether it is known when the code is written.
  boolean fixed() {
    return !batch && !open;
  }

  boolean is(long number) {
    return fixed() && factor == number;
  }

  /// `576`, `n`, `20 * n`, `k`, `196 * k`.
  String text() {
    List<String> factors = new ArrayList<>();
    if (factor != 1 || fixed()) {
      factors.add(Long.toString(factor));
    }
    if (batch) {
      factors.add("n");
    }
    if (open) {
      factors.add(OPEN);
    }
    return String.join(" * ", factors);
  }

  /// The text as a factor of a product, in parentheses where it needs them.
  String factorText() {
    return text().contains(" ") ? "(" + text() + ")" : text();
  }
}
