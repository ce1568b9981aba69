package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.GraphSpec.Segment;
import io.nacre.runtime.files.GoldenParams;
import io.nacre.runtime.files.MxnetParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// MXNet's files of weights, read into bound graphs.
class ParamsFileTest {
  @TempDir private Path folder;

  /// The network of MXNet's checkpoint: convolution, batch norm, fully connected.
  private static GraphSpec checkpoint(DataType dataType) {
    return GraphSpec.builder("Checkpoint")
        .parameter("conv_weight", Shape.of(2, 1, 3, 3), dataType, 0)
        .parameter("conv_bias", Shape.of(2), dataType, 20)
        .parameter("bn_gamma", Shape.of(2), dataType, 24)
        .parameter("bn_beta", Shape.of(2), dataType, 28)
        .parameter("fc_weight", Shape.of(3, 32), dataType, 32)
        .parameter("fc_bias", Shape.of(3), dataType, 128)
        .auxiliary("bn_moving_mean", Shape.of(2), dataType, 0)
        .auxiliary("bn_moving_var", Shape.of(2), dataType, 2)
        .segment(Segment.PARAMETERS, dataType, 136)
        .segment(Segment.AUXILIARY, dataType, 4)
        .build();
  }

  /// The files with an argument `a` and an auxiliary state `b`.
  private static GraphSpec legacy(DataType dataType) {
    return GraphSpec.builder("Legacy")
        .parameter("a", Shape.of(2, 3), dataType, 0)
        .auxiliary("b", Shape.of(3), dataType, 0)
        .segment(Segment.PARAMETERS, dataType, 6)
        .segment(Segment.AUXILIARY, dataType, 3)
        .build();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void readsACheckpoint(DataType dataType) throws IOException {
    Path file = GoldenParams.copy("checkpoint-0007.params", folder);
    try (PlainGraph net = new PlainGraph(checkpoint(dataType), Device.cpu())) {
      net.load(file);
      for (Parameter parameter : net.parameters()) {
        check(parameter.name(), parameter.value());
      }
      check("bn_moving_mean", net.parameters().auxiliary("bn_moving_mean"));
      check("bn_moving_var", net.parameters().auxiliary("bn_moving_var"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void readsWhatItWrote(DataType dataType) throws IOException {
    Path file = folder.resolve("net-0001.params");
    try (PlainGraph net = new PlainGraph(checkpoint(dataType), Device.cpu());
        PlainGraph other = new PlainGraph(checkpoint(dataType), Device.cpu())) {
      net.initialize(new Normal(1), 3);
      net.parameters().auxiliary("bn_moving_mean").set(new float[] {5, 6});
      net.save(file);
      assertEquals(
          List.of(
              "arg:conv_weight",
              "arg:conv_bias",
              "arg:bn_gamma",
              "arg:bn_beta",
              "arg:fc_weight",
              "arg:fc_bias",
              "aux:bn_moving_mean",
              "aux:bn_moving_var"),
          MxnetParams.read(file).entries().stream().map(MxnetParams.Entry::name).toList());
      other.load(file);
      assertEquals(net.parameters().hash(), other.parameters().hash());
      assertEquals(6, other.parameters().auxiliary("bn_moving_mean").get(1));
    }
  }

  @Test
  void readsOldVersions() throws IOException {
    for (String name : List.of("legacy_v0.params", "legacy_v1.params")) {
      Path file = GoldenParams.copy(name, folder);
      MxnetParams stored = MxnetParams.read(file);
      try (PlainGraph net = new PlainGraph(legacy(DataType.FLOAT32), Device.cpu())) {
        net.load(file);
        assertArrayEquals(
            stored.get("arg:a").toFloats(), net.parameters().get("a").value().toFloats());
        assertArrayEquals(
            stored.get("aux:b").toFloats(), net.parameters().auxiliary("b").toFloats());
      }
    }
  }

  @Test
  void gluonsBareNamesAreEnough() throws IOException {
    Path file = write(Map.of("a", tensor(6, 2, 3), "b", tensor(3, 3)));
    try (PlainGraph net = new PlainGraph(legacy(DataType.FLOAT32), Device.cpu())) {
      net.load(file);
      assertEquals(5, net.parameters().get("a").value().get(1, 2));
      assertEquals(2, net.parameters().auxiliary("b").get(2));
    }
  }

  @Test
  void sparseArraysBecomeDense() throws IOException {
    Path file = GoldenParams.copy("sparse.params", folder);
    GraphSpec spec =
        GraphSpec.builder("Sparse")
            .parameter("csr", Shape.of(2, 3), DataType.FLOAT64, 0)
            .parameter("rsp", Shape.of(4, 2), DataType.FLOAT64, 8)
            .segment(Segment.PARAMETERS, DataType.FLOAT64, 16)
            .build();
    try (PlainGraph net = new PlainGraph(spec, Device.cpu())) {
      net.parameters().get("rsp").value().fill(7);
      net.load(file);
      assertArrayEquals(
          new double[] {0, 1, 0, 2, 0, 3}, net.parameters().get("csr").value().toDoubles());
      assertArrayEquals(
          new double[] {0, 0, 4, 5, 0, 0, 6, 0}, net.parameters().get("rsp").value().toDoubles());
    }
  }

  /// Float16 parameters are written as such, and read again to the bit, from either kind of file.
  @Test
  void float16() throws IOException {
    for (String name : List.of("half.params", "half.safetensors")) {
      Path file = folder.resolve(name);
      try (PlainGraph net = new PlainGraph(x(DataType.FLOAT16, 2, 3), Device.cpu());
          PlainGraph again = new PlainGraph(x(DataType.FLOAT16, 2, 3), Device.cpu());
          PlainGraph wide = new PlainGraph(x(DataType.FLOAT32, 2, 3), Device.cpu())) {
        net.parameters().get("x").value().set(new double[] {0.1, -2, 65504, 6e-8, 1e-3, 3});
        net.save(file);
        again.load(file);
        assertEquals(net.parameters().hash(), again.parameters().hash());
        if (name.endsWith(".params")) {
          assertEquals("float16", MxnetParams.read(file).entries().getFirst().dataType());
          wide.load(file);
          assertEquals(net.parameters().hash(), wide.parameters().hash());
          wide.save(file);
          assertFails(
              IllegalArgumentException.class,
              () -> again.load(file),
              "arg:x is of type float32, which float16 would round");
        }
      }
    }
  }

  /// `arg:x` of every type.
  @Test
  void numbersHaveToBeExact() throws IOException {
    for (DataType dataType : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
      for (String type :
          List.of("float32", "float64", "float16", "uint8", "int32", "int8", "int64")) {
        Path file = GoldenParams.copy("one_" + type + ".params", folder);
        try (PlainGraph net = new PlainGraph(x(dataType, 2, 3), Device.cpu())) {
          if (type.equals("float64") && dataType == DataType.FLOAT32) {
            assertFails(
                IllegalArgumentException.class,
                () -> net.load(file),
                "arg:x is of type float64, which float32 would round");
          } else {
            net.load(file);
            assertArrayEquals(
                MxnetParams.read(file).get("arg:x").toDoubles(),
                net.parameters().get("x").value().toDoubles());
          }
        }
      }
    }
    byte[] bytes = Files.readAllBytes(GoldenParams.copy("one_int32.params", folder));
    bytes[68] = 1;
    bytes[71] = 1; // the number at place 1 is now 2^24 + 1
    Path file = Files.write(folder.resolve("large.params"), bytes);
    try (PlainGraph single = new PlainGraph(x(DataType.FLOAT32, 2, 3), Device.cpu());
        PlainGraph twice = new PlainGraph(x(DataType.FLOAT64, 2, 3), Device.cpu())) {
      assertFails(
          IllegalArgumentException.class,
          () -> single.load(file),
          file + ": arg:x has at place 1 the number 16777217, which float32 would round");
      assertArrayEquals(new float[6], single.parameters().get("x").value().toFloats());
      twice.load(file);
      assertEquals(16777217, twice.parameters().get("x").value().get(0, 1));
    }
  }

  @Test
  void listsEverythingThatDoesNotFitAndChangesNothing() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("arg:conv_weight", tensor(18, 2, 1, 3, 3));
    tensors.put("arg:conv_bias", tensor(3, 3));
    tensors.put("aux:bn_gamma", tensor(2, 2));
    tensors.put("arg:bn_moving_mean", tensor(2, 2));
    tensors.put("arg:fc_wieght", tensor(96, 3, 32));
    Path file = write(tensors);
    try (PlainGraph net = new PlainGraph(checkpoint(DataType.FLOAT32), Device.cpu())) {
      net.initialize(new Normal(), 1);
      String hash = net.parameters().hash();
      assertFails(
          IllegalArgumentException.class,
          () -> net.load(file),
          file + " does not fit Checkpoint:",
          "arg:conv_bias is 3, not 2",
          "aux:bn_gamma is the model's parameter, arg:",
          "arg:bn_moving_mean is the model's auxiliary state, aux:",
          "bn_beta is missing",
          "fc_weight is missing",
          "arg:fc_wieght is not in the model; did you mean 'fc_weight'?");
      assertEquals(hash, net.parameters().hash());
    }
  }

  @Test
  void whatIsAllowedIsPassedOver() throws IOException {
    Path file = write(Map.of("arg:a", tensor(6, 2, 3), "arg:old", tensor(2, 2)));
    try (PlainGraph net = new PlainGraph(legacy(DataType.FLOAT32), Device.cpu())) {
      net.parameters().auxiliary("b").fill(9);
      assertFails(
          IllegalArgumentException.class,
          () -> net.load(file, LoadOption.ALLOW_MISSING),
          "arg:old is not in the model");
      assertFails(
          IllegalArgumentException.class,
          () -> net.load(file, LoadOption.ALLOW_EXTRA),
          "b is missing");
      net.load(file, LoadOption.ALLOW_EXTRA, LoadOption.ALLOW_MISSING);
      assertEquals(5, net.parameters().get("a").value().get(1, 2));
      assertEquals(9, net.parameters().auxiliary("b").get(0));
    }
  }

  @Test
  void refusesFilesThatCannotBeTold() throws IOException {
    Path list = GoldenParams.copy("list_no_names.params", folder);
    Map<String, Tensor> both = new LinkedHashMap<>();
    both.put("arg:x", tensor(6, 2, 3));
    both.put("x", tensor(6, 2, 3));
    Path file = write(both);
    try (PlainGraph net = new PlainGraph(x(DataType.FLOAT32, 2, 3), Device.cpu());
        PlainGraph scalar = new PlainGraph(x(DataType.FLOAT32), Device.cpu())) {
      assertFails(
          IllegalArgumentException.class,
          () -> net.load(list),
          list + " holds 2 arrays without names; Net cannot tell");
      assertFails(
          IllegalArgumentException.class,
          () -> net.load(file),
          file + " has both arg:x and x");
      assertFails(
          IllegalArgumentException.class,
          () -> scalar.save(folder.resolve("scalar.params")),
          "arg:x, which has no axes");
    }
    PlainGraph closed = new PlainGraph(x(DataType.FLOAT32, 2, 3), Device.cpu());
    closed.close();
    assertFails(IllegalStateException.class, () -> closed.load(file), "closed");
    assertFails(IllegalStateException.class, () -> closed.save(file), "closed");
  }

  private static void check(String name, Tensor value) {
    List<Long> shape = new ArrayList<>();
    for (int dim : value.shape().toInts()) {
      shape.add((long) dim);
    }
    for (int i = 0; i < value.size(); i++) {
      assertEquals(GoldenParams.value(name, i, shape), value.toDoubles()[i], name + " " + i);
    }
  }

  private static GraphSpec x(DataType dataType, int... shape) {
    return GraphSpec.builder("Net")
        .parameter("x", Shape.of(shape), dataType, 0)
        .segment(Segment.PARAMETERS, dataType, 6)
        .build();
  }

  private Path write(Map<String, Tensor> tensors) throws IOException {
    Path file = folder.resolve("made.params");
    MxnetParams.write(file, tensors);
    return file;
  }

  /// The numbers from 0 on.
  private static Tensor tensor(int size, int... shape) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i;
    }
    return Tensor.of(values, shape);
  }
}
