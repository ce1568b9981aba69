package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.nacre.runtime.files.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
  private final LinearModel net = LinearModel.bind(Device.cpu(), 1);

  @TempDir private Path folder;

  @Test
  void bringsBackParametersAndAuxiliaryStates() throws IOException {
    Path file = folder.resolve("linear.safetensors");
    net.initialize(Xavier.gaussian(), 3);
    net.parameters().auxiliary("bn_moving_var").set(new float[] {5, 6});
    String hash = net.parameters().hash();
    net.save(file);
    net.initialize(Xavier.gaussian(), 4);
    net.save(folder.resolve("other.safetensors"));
    assertNotEquals(hash, net.parameters().hash());
    net.load(file);
    assertEquals(hash, net.parameters().hash());
    assertEquals(6, net.parameters().auxiliary("bn_moving_var").get(1));
    net.load(folder.resolve("other.safetensors"));
    net.save(file);
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "no temporary file is left");
    }
  }

  @Test
  void listsEverythingThatDoesNotFitAndChangesNothing() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("fc_bias", Tensor.of(new double[] {1, 2}, 2));
    tensors.put("bn_moving_var", Tensor.of(new float[3], 3, 1));
    tensors.put("fc_wieght", Tensor.of(new float[6], 2, 3));
    Path file = folder.resolve("wrong.safetensors");
    SafeTensors.write(file, tensors);
    String hash = net.parameters().hash();
    assertFails(
        IllegalArgumentException.class,
        () -> net.load(file),
        file + " does not fit Linear:",
        "fc_weight is missing",
        "fc_bias is of type F64, not F32",
        "bn_moving_var is 3 x 1, not 2",
        "fc_wieght is not in the model; did you mean 'fc_weight'?");
    assertEquals(hash, net.parameters().hash());
  }

  @Test
  void whatIsAllowedIsPassedOver() throws IOException {
    Path file = folder.resolve("part.safetensors");
    SafeTensors.write(
        file,
        Map.of("fc_bias", Tensor.of(new float[] {1, 2}, 2), "old", Tensor.of(new double[1], 1)));
    assertFails(
        IllegalArgumentException.class,
        () -> net.load(file, LoadOption.ALLOW_MISSING),
        "old is not in the model");
    assertFails(
        IllegalArgumentException.class,
        () -> net.load(file, LoadOption.ALLOW_EXTRA),
        "fc_weight is missing");
    net.load(file, LoadOption.ALLOW_EXTRA, LoadOption.ALLOW_MISSING);
    assertEquals(2, net.parameters().get("fc_bias").value().get(1));
  }

  @Test
  void cutFileChangesNothing() throws IOException {
    Path file = folder.resolve("cut.safetensors");
    net.initialize(new Normal(), 1);
    net.save(file);
    byte[] bytes = Files.readAllBytes(file);
    String hash = net.parameters().hash();
    for (int length : List.of(0, 7, 8, 100, bytes.length - 1)) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertFails(IOException.class, () -> net.load(file), "is not a safetensors file");
      assertEquals(hash, net.parameters().hash());
    }
  }
}
