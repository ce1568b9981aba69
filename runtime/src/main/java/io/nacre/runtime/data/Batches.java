package io.nacre.runtime.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/// Images and labels in batches of a fixed size, shuffled anew for every epoch.
///
/// ```java
/// Batches train = Batches.shuffled(images, labels, 64, 42);
/// for (Batches.Batch batch : train) {          // one epoch
///   net.forward(Data.of(batch.images()), OutLabel.of(batch.labels()));
/// ```
///
/// Arrays are reused: a batch is valid until the next one is taken. The last batch of an epoch has
/// fewer rows if the size does not divide the number of samples, and then arrays of its own length.
public final class Batches implements Iterable<Batches.Batch> {
  /// Some samples.
  ///
  /// @param images the numbers of each image, one image after another, bytes scaled from 0..255 to
  ///     0..1
  /// @param labels one class a row
  /// @param rows how many samples there are
  public record Batch(float[] images, float[] labels, int rows) {}

  private final IdxFile images;
  private final IdxFile labels;
  private final int size;
  private final double scale;
  private final int sample;
  private final int[] order;
  private final SplittableRandom random;
  private final Batch full;
  private final Batch last;

  private Batches(IdxFile images, IdxFile labels, int size, SplittableRandom random) {
    if (size < 1) {
      throw new IllegalArgumentException("the batch size must be at least 1, not " + size);
    }
    if (images.count() != labels.count() || labels.size() != labels.count()) {
      throw new IllegalArgumentException(
          "images of %s do not go with labels of %s".formatted(images.shape(), labels.shape()));
    }
    this.images = images;
    this.labels = labels;
    this.size = size;
    this.random = random;
    scale = images.type() == IdxFile.Type.UNSIGNED_BYTE ? 1 / 255.0 : 1;
    sample = images.size() / images.count();
    order = new int[images.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    full = batch(Math.min(size, order.length));
    last = order.length % size == 0 ? full : batch(order.length % size);
  }

  /// Batches in an order that is drawn anew for every epoch. The same seed draws the same orders.
  ///
  /// @param images samples on the first axis; unsigned bytes are divided by 255
  /// @param labels as many, on one axis
  /// @throws IllegalArgumentException if the numbers of images and labels differ, or the size is
  ///     less than 1
  public static Batches shuffled(IdxFile images, IdxFile labels, int size, long seed) {
    return new Batches(images, labels, size, new SplittableRandom(seed));
  }

  /// Batches in the order of the files; see [#shuffled].
  public static Batches ordered(IdxFile images, IdxFile labels, int size) {
    return new Batches(images, labels, size, null);
  }

  /// How many batches an epoch has.
  public int count() {
    return (order.length + size - 1) / size;
  }

  /// Starts an epoch. Only one can be under way: an older iterator must not be used any more.
  @Override
  public Iterator<Batch> iterator() {
    if (random != null) {
      shuffle();
    }
    return new Epoch();
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private Batch batch(int rows) {
    return new Batch(new float[Math.multiplyExact(rows, sample)], new float[rows], rows);
  }

  private final class Epoch implements Iterator<Batch> {
    private int at;

    @Override
    public boolean hasNext() {
      return at < order.length;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the epoch is over");
      }
      Batch batch = order.length - at >= size ? full : last;
      for (int row = 0; row < batch.rows(); row++) {
        int source = order[at + row];
        images.copyTo(batch.images(), row * sample, source * sample, sample, scale);
        labels.copyTo(batch.labels(), row, source, 1, 1);
      }
      at += batch.rows();
      return batch;
    }
  }
}
