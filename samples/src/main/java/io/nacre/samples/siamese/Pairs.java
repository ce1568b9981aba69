package io.nacre.samples.siamese;

import io.nacre.runtime.data.Batches.Batch;

/// Pairs of the images of a batch: each with another one, in turn of the same kind and of another
/// kind.
///
/// @param first the images of the batch, valid as long as that
/// @param second the image beside each
/// @param same 1 for two images of one kind, else 0
record Pairs(float[] first, float[] second, float[] same) {

  static Pairs of(Batch batch) {
    int size = batch.images().length / batch.rows();
    float[] second = new float[batch.images().length];
    float[] same = new float[batch.rows()];
    for (int i = 0; i < batch.rows(); i++) {
      int other = partner(batch.labels(), batch.rows(), i, i % 2 == 0);
      System.arraycopy(batch.images(), other * size, second, i * size, size);
      same[i] = batch.labels()[i] == batch.labels()[other] ? 1 : 0;
    }
    return new Pairs(batch.images(), second, same);
  }

  /// The next image that is, or is not, of the same kind; the image itself if there is none.
  private static int partner(float[] labels, int rows, int i, boolean same) {
    for (int step = 1; step < rows; step++) {
      int other = (i + step) % rows;
      if ((labels[other] == labels[i]) == same) {
        return other;
      }
    }
    return i;
  }

  int rows() {
    return same.length;
  }
}
