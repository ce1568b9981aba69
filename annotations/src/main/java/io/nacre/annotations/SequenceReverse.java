package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Turns each sequence around.
///
/// MXNet 1.9.1 `SequenceReverse`: `y(t, n)` is `data(sequence_length(n) - 1 - t, n)` for
/// `t < sequence_length(n)`, and `data(t, n)` from there on, so that what comes after the end stays
/// where it is. A fraction of a length is cut off, and a length counts as at most T. Without
/// `useSequenceLength` all sequences have full length. The gradient is `dy`, turned around in the
/// same way; the lengths have none.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `T x N x ...` |
/// | `sequence_length`, with `useSequenceLength` | `N` |
/// | output | that of the data |
///
/// ```java
/// @Model
/// interface Backwards {
///   @Variable({35, BATCH, 8})                     Symbol words();
///   @Input({})                                    Symbol lengths();
///   @SequenceReverse(useSequenceLength = true)    Symbol back(Symbol words, Symbol lengths);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SequenceReverse {
  /// Whether there is an argument `sequence_length`. By default all sequences have full length.
  boolean useSequenceLength() default false;

  /// The axis of time: 0, the only one that MXNet knows.
  int axis() default 0;
}
