package io.nacre.annotations;

/// What the body of a [Block] extends: it tells the body from other nested interfaces.
///
/// ```java
/// interface Body extends BlockBody {
///   @FullyConnected(units = PARAM)  Symbol fc(Symbol data);
///   @Tanh                           Symbol tanh(Symbol fc);
/// }
/// ```
public interface BlockBody {

  /// A number that a hyper-parameter of the block sets.
  ///
  /// It stands for the whole value of an attribute of type `int`, `int[]` or `double`, and for the
  /// count of a [Repeat]. A `PARAM` that no [Sets] hits is a compile error. The value itself has no
  /// meaning, and no arithmetic on it has one.
  int PARAM = -1_000_003;
}
