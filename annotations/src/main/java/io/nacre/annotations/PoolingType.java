package io.nacre.annotations;

/// What [Pooling] makes of the numbers in a window.
public enum PoolingType {
  /// The largest number. Its gradient goes to that element, to the first one at a tie.
  MAX,

  /// The mean. Its gradient is spread evenly; [Pooling#countIncludePad()] says over how many.
  AVG,

  /// The sum. Its gradient goes unchanged to every element of the window.
  SUM,

  /// `y = (sum of x^p)^(1/p)`, with p from [Pooling#pValue()].
  ///
  /// No absolute value is taken, so p = 1 is [#SUM], and with p = 3 negative numbers subtract. The
  /// gradient is `dx = dy * (x / y)^(p - 1)`, and 0 where p is 2 or 3 and `y = 0`.
  LP
}
