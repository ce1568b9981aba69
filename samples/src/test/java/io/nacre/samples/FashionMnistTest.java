package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.samples.support.FashionMnist;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data as a user brings it, for which the carried files stand in.
class FashionMnistTest {
  private static final String IMAGES = "-images-idx3-ubyte";
  private static final String LABELS = "-labels-idx1-ubyte";

  @TempDir private Path folder;

  @Test
  void readsAFolderOfPlainAndCompressedFiles() throws IOException {
    put("t10k" + IMAGES, "train" + IMAGES + ".gz", false);
    put("t10k" + LABELS, "train" + LABELS, true);
    put("t10k" + IMAGES, "t10k" + IMAGES, true);
    put("t10k" + LABELS, "t10k" + LABELS + ".gz", false);
    FashionMnist data = FashionMnist.from(folder);
    assertEquals(
        "Fashion-MNIST from " + folder + ": 10,000 images to train, 10,000 to test",
        data.toString());
    FashionMnist carried = FashionMnist.carried();
    int sample = 28 * 28;
    for (int i = 0; i < sample; i++) {
      assertEquals(
          data.trainImages().get(8_000 * sample + i), carried.testImages().get(i), "pixel " + i);
    }
    assertEquals(data.testLabels().get(7_999), carried.trainLabels().get(7_999));
  }

  @Test
  void carriedImagesAreSaidToBe() throws IOException {
    assertTrue(FashionMnist.carried().toString().contains("8,000 images to train, 2,000 to test"));
  }

  private void put(String resource, String name, boolean unpacked) throws IOException {
    try (InputStream packed =
            FashionMnist.class.getResourceAsStream("fashion-mnist/" + resource + ".gz");
        InputStream in = unpacked ? new GZIPInputStream(packed) : packed;
        OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      in.transferTo(out);
    }
  }
}
