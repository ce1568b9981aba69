package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Samples as a user starts them.
class SamplesTest {
  @TempDir private Path folder;

  @Test
  void tellsHowItGoes() throws IOException {
    Path weights = folder.resolve("new").resolve("mlp.safetensors");
    Jvm jvm = run("Mlp", "-Ddata=carried", "-Depochs=2", "-Dbatch=100", "-Dweights=" + weights);
    assertEquals(0, jvm.status(), jvm.output());
    assertTrue(Files.size(weights) > 4 * 109_386);
    List<String> lines = jvm.output().lines().toList();
    assertEquals(6, lines.size(), jvm.output());
    assertTrue(lines.get(0).startsWith("Mlp, 109,386 parameters, on cpu("), lines.get(0));
    assertTrue(lines.get(1).contains("8,000 images to train, 2,000 to test"), lines.get(1));
    for (int epoch = 1; epoch <= 2; epoch++) {
      String line = lines.get(1 + epoch);
      assertTrue(
          line.matches(
              "epoch " + epoch + "/2  loss \\d\\.\\d{3}  accuracy 0\\.\\d{3}  [\\d,]+ images/s"),
          line);
    }
    assertEquals(
        "saved to " + weights + "; loaded into a fresh graph, it is as accurate", lines.get(4));
    assertTrue(lines.get(5).matches("test accuracy: \\d\\d\\.\\d\\d %"), lines.get(5));
  }

  @Test
  void listsSamplesWhereThereIsNone() throws IOException {
    assertRefuses(
        "there is no sample 'Lenet', but there are Autoencoder, CharLstm, InceptionBn, LeNet, Mlp,"
            + " MultiTask, ResNet20, ResNet8, Siamese, Tutorial, TwoLosses: for instance -Dsample=LeNet",
        run("Lenet"));
  }

  @Test
  void namesTheMissingFile() throws IOException {
    assertRefuses(
        "-Ddata=" + folder + ": there is no train-images-idx3-ubyte.gz in it, nor without .gz.",
        run("Mlp", "-Ddata=" + folder));
  }

  @ParameterizedTest
  @CsvSource({
    "-Depochs=0, '-Depochs is an integer of at least 1, not ''0'''",
    "-DlearningRate=fast, '-DlearningRate is a number above 0, not ''fast'''",
    "-Dseed=1.5, '-Dseed is an integer, not ''1.5'''"
  })
  void refusesSettings(String setting, String message) throws IOException {
    assertRefuses(message, run("Mlp", setting));
  }

  private static void assertRefuses(String message, Jvm jvm) {
    assertEquals(1, jvm.status(), jvm.output());
    assertEquals(message, jvm.output().lines().findFirst().orElse(""));
  }

  private static Jvm run(String sample, String... settings) throws IOException {
    return Jvm.run(List.of(settings), Samples.class, sample);
  }
}
