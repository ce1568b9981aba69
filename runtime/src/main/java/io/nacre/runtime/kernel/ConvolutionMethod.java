package io.nacre.runtime.kernel;

/// How a convolution is computed. The geometry alone decides, so the bits depend on nothing else.
enum ConvolutionMethod {
  /// The kernel covers the whole image: a matrix product over the batch, without columns.
  WHOLE,

  /// One filter a group: a product would have one row, so the taps are added up directly.
  DIRECT,

  /// Columns of the image, then a matrix product.
  COLUMNS;

  static ConvolutionMethod of(ConvolutionGeometry g) {
    if (g.depth.isWhole() && g.height.isWhole() && g.width.isWhole()) {
      return WHOLE;
    }
    return g.groupFilters == 1 ? DIRECT : COLUMNS;
  }
}
