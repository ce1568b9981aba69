package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Overwrites what comes after the end of each sequence.
///
/// MXNet 1.9.1 `SequenceMask`: along the axis of time, `y(t, n) = data(t, n)` for
/// `t < sequence_length(n)` and `value` from there on. A fraction of a length is cut off. The
/// gradient is `dy` before the end of a sequence and 0 after it; the lengths have none. Without
/// `useSequenceLength` nothing is overwritten.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `T x N x ...`; with `axis = 1`, `N x T x ...` |
/// | `sequence_length`, with `useSequenceLength` | `N` |
/// | output | that of the data |
///
/// ```java
/// @Model
/// interface Masked {
///   @Variable({35, BATCH, 8})                  Symbol words();
///   @Input({})                                 Symbol lengths();
///   @SequenceMask(useSequenceLength = true)    Symbol masked(Symbol words, Symbol lengths);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SequenceMask {
  /// Whether there is an argument `sequence_length`. By default all sequences have full length.
  boolean useSequenceLength() default false;

  /// What to write after the end, by default 0.
  double value() default 0;

  /// The axis of time: 0, the default, or 1; the other one is the batch.
  int axis() default 0;
}
