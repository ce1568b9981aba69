package io.nacre.samples.multitask;

/// The coarser question: what an image shows without its details.
enum Group {
  TOP,
  TROUSERS,
  DRESS,
  SHOE,
  BAG;

  /// By the ten kinds of Fashion-MNIST: T-shirt, trousers, pullover, dress, coat, sandal, shirt,
  /// sneaker, bag, ankle boot.
  private static final Group[] OF_KIND = {
    TOP, TROUSERS, TOP, DRESS, TOP, SHOE, TOP, SHOE, BAG, SHOE
  };

  /// The group of a kind.
  static Group of(int kind) {
    return OF_KIND[kind];
  }

  /// The labels of the second head, from those of the first.
  static float[] labels(float[] kinds) {
    float[] groups = new float[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      groups[i] = of((int) kinds[i]).ordinal();
    }
    return groups;
  }
}
