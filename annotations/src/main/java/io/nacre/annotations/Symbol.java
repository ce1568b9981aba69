package io.nacre.annotations;

/// The result of a node.
///
/// It is the type of every node method and of every parameter of one. It only makes the edges of a
/// model visible to the compiler: nobody makes a symbol and no model is ever instantiated, so
/// there is nothing to call here. Data lives in the tensors of the generated graph class.
///
/// ```java
/// @Model
/// interface Sum {
///   @Input(10) Symbol a();
///   @Input(10) Symbol b();
///   @Plus      Symbol c(Symbol a, Symbol b);   // the edges are a -> c and b -> c
/// }
/// ```
public final class Symbol {

  /// The batch size N as a dimension of a shape.
  ///
  /// It is meant for [Variable] and [Parameter], whose shapes are whole: `{35, BATCH, 100}` has N
  /// in the middle, `{2 * BATCH, 8}` has twice N rows. ([Input] and [Label] have N as their first
  /// axis without being told.) A dimension is a number k or k times N, with k at least 1.
  /// `BATCH + 1` and `BATCH * BATCH` are compile errors; to use such a size, fix the batch with
  /// [Model#batch()] and write the number.
  ///
  /// The value only marks N for the compiler. It is no size, and nothing else should depend on it.
  ///
  /// ```java
  /// import static io.nacre.annotations.Symbol.BATCH;
  ///
  /// @Model
  /// interface Steps {
  ///   @Variable({35, BATCH, 100})                   Symbol words();   // time, batch, features
  ///   @FullyConnected(units = 8, flatten = false)   Symbol fc(Symbol words);   // 35 x N x 8
  /// }
  /// ```
  public static final int BATCH = -65521;

  /// No number, where an attribute allows for that: MXNet's `None`. See [Slice].
  public static final int NONE = Integer.MIN_VALUE;

  private Symbol() {}
}
