package io.nacre.runtime.data;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.nacre.runtime.Shape;
import io.nacre.runtime.data.Batches.Batch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final int COUNT = 11;

  /// Image i is the bytes i and 255, label i is i.
  private final IdxFile images =
      new IdxFile(IdxFile.Type.UNSIGNED_BYTE, Shape.of(COUNT, 2), ByteBuffer.wrap(pairs()));

  private final IdxFile labels =
      new IdxFile(IdxFile.Type.UNSIGNED_BYTE, Shape.of(COUNT), ByteBuffer.wrap(numbers()));

  @Test
  void yieldsAllSamplesInOrder() {
    Batches batches = Batches.ordered(images, labels, 4);
    assertEquals(3, batches.count());
    List<Integer> rows = new ArrayList<>();
    for (Batch batch : batches) {
      rows.add(batch.rows());
      assertEquals(batch.rows(), batch.labels().length);
      assertEquals(2 * batch.rows(), batch.images().length);
      assertEquals(batch.labels()[1] / 255, batch.images()[2]);
      assertEquals(1, batch.images()[3]);
    }
    assertEquals(List.of(4, 4, 3), rows);
    assertArrayEquals(new float[] {8, 9, 10}, last(batches).labels());
  }

  @Test
  void reusesItsArrays() {
    Iterator<Batch> epoch = Batches.ordered(images, labels, 4).iterator();
    assertSame(epoch.next().images(), epoch.next().images());
    epoch.next();
    assertFails(NoSuchElementException.class, epoch::next, "the epoch is over");
  }

  @Test
  void shufflesEveryEpochAnewAndTheSameForASeed() {
    Batches batches = Batches.shuffled(images, labels, 4, 42);
    List<Integer> first = order(batches);
    List<Integer> second = order(batches);
    assertNotEquals(first, second);
    Batches again = Batches.shuffled(images, labels, 4, 42);
    assertEquals(first, order(again));
    assertEquals(second, order(again));
    assertNotEquals(first, order(Batches.shuffled(images, labels, 4, 43)));
    Collections.sort(first);
    assertEquals(IntStream.range(0, COUNT).boxed().toList(), first);
  }

  @Test
  void takesBatchesLargerThanTheSet() {
    assertEquals(COUNT, last(Batches.ordered(images, labels, 100)).rows());
    assertEquals(1, Batches.ordered(images, labels, 100).count());
    assertEquals(COUNT, last(Batches.ordered(images, labels, COUNT)).rows());
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    IdxFile fewer = new IdxFile(IdxFile.Type.UNSIGNED_BYTE, Shape.of(2), ByteBuffer.wrap(new byte[2]));
    assertFails(
        IllegalArgumentException.class,
        () -> Batches.ordered(images, fewer, 4),
        "images of 11 x 2 do not go with labels of 2");
    assertFails(IllegalArgumentException.class, () -> Batches.ordered(images, images, 4), "11 x 2");
    assertFails(
        IllegalArgumentException.class, () -> Batches.shuffled(images, labels, 0, 1), "not 0");
  }

  private static Batch last(Batches batches) {
    Batch last = null;
    for (Batch batch : batches) {
      last = batch;
    }
    return last;
  }

  private static List<Integer> order(Batches batches) {
    List<Integer> order = new ArrayList<>();
    for (Batch batch : batches) {
      for (float label : batch.labels()) {
        order.add((int) label);
      }
    }
    return order;
  }

  private static byte[] pairs() {
    byte[] bytes = new byte[2 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      bytes[2 * i] = (byte) i;
      bytes[2 * i + 1] = (byte) 255;
    }
    return bytes;
  }

  private static byte[] numbers() {
    byte[] bytes = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
