package io.nacre.samples.support;

import io.nacre.runtime.data.Batches;
import io.nacre.runtime.data.IdxFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Fashion-MNIST: 28 x 28 grey images of ten kinds of clothes.
///
/// The system property `data` says which. A folder is one with the four files of the full set,
/// 60,000 images to train and 10,000 to test, compressed or not; `carried` is the test set that
/// comes with the samples, of which 8,000 train and 2,000 test. Without the property it is the
/// folder of Debian's package `dataset-fashion-mnist` where that is installed, else `carried`.
///
/// @param source where it came from, in words
public record FashionMnist(
    String source,
    IdxFile trainImages,
    IdxFile trainLabels,
    IdxFile testImages,
    IdxFile testLabels) {
  private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");
  private static final int CARRIED_TRAIN = 8_000;

  /// The data that the system property asks for.
  ///
  /// @throws WrongSetting if its folder lacks a file
  /// @throws IOException if a file cannot be read
  public static FashionMnist load() throws IOException {
    String data = Setting.text("data").orElse(Files.isDirectory(DEBIAN) ? DEBIAN.toString() : "");
    return data.isEmpty() || data.equals("carried") ? carried() : from(Path.of(data));
  }

  /// The images that come with the samples.
  public static FashionMnist carried() throws IOException {
    IdxFile images = resource("t10k-images-idx3-ubyte.gz");
    IdxFile labels = resource("t10k-labels-idx1-ubyte.gz");
    return new FashionMnist(
        "the carried test set (the full data: -Ddata=FOLDER)",
        images.samples(0, CARRIED_TRAIN),
        labels.samples(0, CARRIED_TRAIN),
        images.samples(CARRIED_TRAIN, images.count()),
        labels.samples(CARRIED_TRAIN, labels.count()));
  }

  /// The full set from a folder.
  ///
  /// @throws WrongSetting if the folder lacks a file
  public static FashionMnist from(Path folder) throws IOException {
    return new FashionMnist(
        folder.toString(),
        file(folder, "train-images-idx3-ubyte"),
        file(folder, "train-labels-idx1-ubyte"),
        file(folder, "t10k-images-idx3-ubyte"),
        file(folder, "t10k-labels-idx1-ubyte"));
  }

  /// The images to train with, shuffled anew for each epoch.
  public Batches train(int batch, long seed) {
    return Batches.shuffled(trainImages, trainLabels, batch, seed);
  }

  /// The images to test with.
  public Batches test(int batch) {
    return Batches.ordered(testImages, testLabels, batch);
  }

  /// For instance `Fashion-MNIST from /data: 60,000 images to train, 10,000 to test`.
  @Override
  public String toString() {
    return Text.format(
        "Fashion-MNIST from %s: %,d images to train, %,d to test",
        source, trainImages.count(), testImages.count());
  }

  private static IdxFile file(Path folder, String name) throws IOException {
    for (Path file : new Path[] {folder.resolve(name + ".gz"), folder.resolve(name)}) {
      if (Files.exists(file)) {
        return IdxFile.read(file);
      }
    }
    throw new WrongSetting(
        """
        -Ddata=%s: there is no %s.gz in it, nor without .gz.
        The four files of Fashion-MNIST are at https://github.com/zalandoresearch/fashion-mnist \
        and in Debian's package dataset-fashion-mnist; -Ddata=carried needs none."""
            .formatted(folder, name));
  }

  private static IdxFile resource(String name) throws IOException {
    try (InputStream in = FashionMnist.class.getResourceAsStream("fashion-mnist/" + name)) {
      return IdxFile.read(in, name);
    }
  }
}
