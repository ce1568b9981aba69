package io.nacre.runtime.kernel;

import java.util.Optional;

/// One loop of a copy: how often it goes round, and how far apart the elements of two rounds lie
/// where they come from and where they go to.
record CopyAxis(Linear size, Linear from, Linear to) {
  static final CopyAxis ONCE = new CopyAxis(Linear.ONE, Linear.ZERO, Linear.ZERO);

  /// This loop and the one inside it as one loop, if they go on evenly on both sides.
  Optional<CopyAxis> merged(CopyAxis inner) {
    boolean even =
        from.equals(inner.from.times(inner.size)) && to.equals(inner.to.times(inner.size));
    return even
        ? Optional.of(new CopyAxis(size.times(inner.size), inner.from, inner.to))
        : Optional.empty();
  }

  CopyAxis reversed() {
    return new CopyAxis(size, to, from);
  }
}
