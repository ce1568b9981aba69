package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which attributes a hyper-parameter of a [Block] sets.
///
/// `"conv"` is the attribute of node `conv` that has the hyper-parameter's own name, `"conv.filters"`
/// is the attribute `filters` of it, and `"fc.repeat"` the count of its [Repeat]. Several make one
/// number set several attributes.
///
/// A hyper-parameter is an `int`, `double`, `boolean`, `String`, `Class` or enum constant, or an array
/// of these, of the type of the attribute; a single value may set an array, and an `int` a `double`.
/// Each attribute is set once: it is [BlockBody#PARAM] or a default in the body, or the placeholder
/// that a type other than a number has there.
///
/// ```java
/// @Block
/// @interface Bottleneck {
///   @Sets({"reduce.filters", "conv.filters"})  int inner();
///   @Sets("expand.filters")                    int outer();
///   @Sets("pool.type")                         PoolingType pool() default PoolingType.MAX;
///
///   interface Body extends BlockBody {
///     @Conv(filters = PARAM, kernel = 1)           Symbol reduce(Symbol data);
///     @Conv(filters = PARAM, kernel = 3, pad = 1)  Symbol conv(Symbol reduce);
///     @Conv(filters = PARAM, kernel = 1)           Symbol expand(Symbol conv);
///     @Pooling(type = PoolingType.MAX, kernel = 2) Symbol pool(Symbol expand);
///   }
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Sets {
  /// `node`, `node.attribute` or `node.repeat`; at least one.
  String[] value();
}
