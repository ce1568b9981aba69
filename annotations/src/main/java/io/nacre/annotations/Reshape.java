package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives the same elements another shape.
///
/// MXNet 1.9.1 `Reshape`. Nothing is moved: elements keep their order, the last axis running
/// fastest. The numbers in `shape` are sizes, or say what becomes of the axes of `data`, from the
/// first on:
///
/// | number | meaning |
/// | --- | --- |
/// | k > 0 | a size; the next axis of `data` is passed over |
/// | 0 | the next axis of `data`, as it is |
/// | -1 | whatever is left over for this axis; at most once |
/// | -2 | all axes of `data` that are left, as they are |
/// | -3 | the next two axes of `data` as one |
/// | -4, a, b | the next axis of `data` as two of the sizes a and b, one of which may be -1 |
/// | [Symbol#BATCH] | N; a multiple of it so many N |
///
/// With `reverse` the numbers are read from the last to the first, and so are the axes of `data`: 0
/// then is the axis at the same place from the end; the -4 comes after its a and b.
///
/// As many elements as before must come out, for every batch size. So `{0, 35, 512}` keeps the
/// batch, `{-1, 512}` may make more rows of each sample, and a size that only fits one batch is a
/// compile error. The gradient is `dy` in the old shape.
///
/// ```java
/// @Model
/// interface Heads {
///   @Input({35, 512})                      Symbol words();
///   @Reshape(shape = {0, 0, 8, -1})        Symbol heads(Symbol words);     // N x 35 x 8 x 64
///   @Transpose(axes = {0, 2, 1, 3})        Symbol byHead(Symbol heads);    // N x 8 x 35 x 64
///   @Reshape(shape = {-3, 0, 0})           Symbol many(Symbol byHead);     // 8N x 35 x 64
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reshape {
  /// The new shape; see above.
  int[] shape();

  /// Whether to read `shape` from its end. By default not.
  boolean reverse() default false;
}
