package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.nacre.runtime.files.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateFileTest {
  @TempDir private Path folder;
  private Path file;

  static Stream<Supplier<Optimizer<?>>> all() {
    return OptimizerCases.all();
  }

  @BeforeEach
  void name() {
    file = folder.resolve("state.safetensors");
  }

  @ParameterizedTest
  @MethodSource("all")
  void trainingGoesOnAsIfItHadNotStopped(Supplier<Optimizer<?>> optimizer) throws IOException {
    for (DataType dataType : List.of(DataType.FLOAT32, DataType.FLOAT64, DataType.FLOAT16)) {
      try (PlainGraph net = new PlainGraph(PlainGraph.three(dataType), Device.cpu());
          PlainGraph later = new PlainGraph(PlainGraph.three(dataType), Device.cpu())) {
        Schedule schedule = new CosineSchedule(0.1, 20);
        Optimizer<?> before = optimizer.get().schedule(schedule);
        fill(net, 1);
        step(before, net, 2);
        step(before, net, 3);
        Path weights = folder.resolve("weights.safetensors");
        net.save(weights);
        before.save(file, net);
        Optimizer<?> after = optimizer.get().schedule(schedule);
        later.load(weights);
        after.load(file, later);
        assertEquals(2, after.updates(later));
        step(before, net, 4);
        step(after, later, 4);
        String expected = net.parameters().hash();
        assertEquals(expected, later.parameters().hash());
        Optimizer<?> fresh = optimizer.get().schedule(schedule);
        later.load(weights);
        step(fresh, later, 4);
        assertFalse(
            expected.equals(later.parameters().hash()), "the test sees what is not restored");
      }
    }
  }

  @Test
  void aFileIsReadable() throws IOException {
    try (PlainGraph net = new PlainGraph(PlainGraph.three(DataType.FLOAT32), Device.cpu())) {
      Arrays.fill(net.weights().gradients32, 1);
      Sgd sgd = new Sgd(0.5).momentum(0.9);
      sgd.update(net);
      sgd.save(file, net);
      SafeTensors stored = SafeTensors.read(file);
      assertEquals("Sgd", stored.metadata().get("optimizer"));
      assertEquals("1", stored.metadata().get("updates"));
      assertEquals(
          Set.of("a_weight.momentum", "b_bias.momentum", "c_weight.momentum"), stored.names());
      assertArrayEquals(new float[] {-.5f, -.5f, -.5f}, stored.get("c_weight.momentum").toFloats());
    }
  }

  @Test
  void refusesWhatDoesNotFit() throws IOException {
    try (PlainGraph net = new PlainGraph(PlainGraph.three(DataType.FLOAT32), Device.cpu());
        PlainGraph other = new PlainGraph(PlainGraph.one(DataType.FLOAT64, 2), Device.cpu())) {
      Sgd sgd = new Sgd(0.5).momentum(0.9);
      sgd.update(net);
      sgd.save(file, net);
      assertFails(
          IllegalArgumentException.class,
          () -> new Adam().load(file, net),
          file.toString(),
          "is the state of Sgd, not of Adam");
      assertFails(
          IllegalArgumentException.class,
          () -> new Sgd(1).load(file, net),
          "does not fit Sgd on Net",
          "a_weight.momentum is nothing that this optimizer remembers");
      assertFails(
          IllegalArgumentException.class,
          () -> sgd.load(file, other),
          "w_weight.momentum is missing",
          "b_bias.momentum is nothing");
      net.save(file);
      assertFails(
          IllegalArgumentException.class, () -> sgd.load(file, net), "no file of an optimizer's");
      SafeTensors.write(
          file,
          Map.of("w_weight.momentum", Tensor.of(new float[3], 3)),
          Map.of("optimizer", "Sgd", "updates", "7", "factor", "1"));
      assertFails(
          IllegalArgumentException.class,
          () -> sgd.load(file, other),
          "w_weight.momentum is 3, not 2",
          "w_weight.momentum is of type F32, not F64");
      assertEquals(0, sgd.updates(other), "nothing has changed");
      SafeTensors.write(file, Map.of(), Map.of("optimizer", "Sgd", "updates", "x"));
      assertFails(IOException.class, () -> sgd.load(file, net), "is no number");
      SafeTensors.write(file, Map.of(), Map.of("optimizer", "Sgd", "updates", "-1", "factor", "1"));
      assertFails(IOException.class, () -> sgd.load(file, net), "-1 updates");
    }
  }

  private static void fill(PlainGraph net, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : net.parameters()) {
      parameter.value().set(random.doubles(parameter.value().size(), -1, 1).toArray());
    }
  }

  private static void step(Optimizer<?> optimizer, PlainGraph net, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : net.parameters()) {
      parameter.gradient().set(random.doubles(parameter.value().size(), -1, 1).toArray());
    }
    optimizer.update(net);
  }
}
