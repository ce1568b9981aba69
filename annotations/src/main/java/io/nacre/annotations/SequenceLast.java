package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The last element of each sequence.
///
/// MXNet 1.9.1 `SequenceLast`: along the axis of time, `y(n) = data(sequence_length(n) - 1, n)`, and
/// without `useSequenceLength` the last step of all. A fraction of a length is cut off, and a length
/// counts as at least 1 and at most T. The gradient is `dy(n)` for the element that was taken, 0 for
/// the others; the lengths have none.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `T x N x ...`; with `axis = 1`, `N x T x ...` |
/// | `sequence_length`, with `useSequenceLength` | `N` |
/// | output | `N x ...` |
///
/// ```java
/// @Model
/// interface Last {
///   @Variable({35, BATCH, 8})                  Symbol words();
///   @Input({})                                 Symbol lengths();
///   @SequenceLast(useSequenceLength = true)    Symbol last(Symbol words, Symbol lengths);   // N x 8
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SequenceLast {
  /// Whether there is an argument `sequence_length`. By default all sequences have full length.
  boolean useSequenceLength() default false;

  /// The axis of time: 0, the default, or 1; the other one is the batch.
  int axis() default 0;
}
