package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TeamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void everyWorkerRunsEveryJobOnce(int threads) {
    try (Device device = Device.cpu(threads)) {
      int[] runs = new int[threads];
      for (int i = 0; i < 2_000; i++) {
        device.run(worker -> runs[worker.part()]++);
      }
      int[] expected = new int[threads];
      Arrays.fill(expected, 2_000);
      assertArrayEquals(expected, runs);
      assertEquals(threads, device.threads());
      assertEquals("cpu(" + threads + ")", device.toString());
    }
  }

  /// Each round, every worker adds up what all wrote in the round before, without any other
  /// synchronization than the barrier.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void barrierShowsWhatWasWrittenBefore(int threads) {
    int rounds = 1_000;
    try (Device device = Device.cpu(threads)) {
      long[][] written = new long[2][threads];
      long[] wrong = new long[threads];
      Job job =
          worker -> {
            for (int round = 0; round < rounds; round++) {
              written[round % 2][worker.part()] = round * 31L + worker.part();
              worker.barrier();
              long sum = Arrays.stream(written[round % 2]).sum();
              long expected = round * 31L * threads + threads * (threads - 1L) / 2;
              wrong[worker.part()] += sum == expected ? 0 : 1;
            }
          };
      for (int run = 0; run < 5; run++) {
        device.run(job);
      }
      assertArrayEquals(new long[threads], wrong);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void exceptionReachesTheCallerAndTheDeviceStaysUsable(int threads) {
    try (Device device = Device.cpu(threads)) {
      for (int failing = 0; failing < threads; failing++) {
        for (int round = 0; round < 20; round++) {
          RuntimeException expected = new IllegalStateException("worker " + failing);
          int part = failing;
          int at = round;
          AtomicInteger finished = new AtomicInteger();
          Job job =
              worker -> {
                for (int i = 0; i < 20; i++) {
                  if (worker.part() == part && i == at) {
                    throw expected;
                  }
                  worker.barrier();
                }
                finished.incrementAndGet();
              };
          assertSame(expected, assertThrows(IllegalStateException.class, () -> device.run(job)));
          assertTrue(finished.get() < threads);
          AtomicInteger after = new AtomicInteger();
          device.run(_ -> after.incrementAndGet());
          assertEquals(threads, after.get());
        }
      }
      assertThrows(StackOverflowError.class, () -> device.run(_ -> recurse(1)));
      device.run(Worker::barrier);
    }
  }

  @Test
  void itemsAreDealtOutWithoutGapOrOverlap() {
    try (Device device = Device.cpu(7)) {
      for (int total : new int[] {0, 1, 6, 7, 100, Integer.MAX_VALUE}) {
        int[] from = new int[7];
        int[] to = new int[7];
        device.run(
            worker -> {
              from[worker.part()] = worker.from(total);
              to[worker.part()] = worker.to(total);
            });
        assertEquals(0, from[0]);
        assertEquals(total, to[6]);
        assertTrue(IntStream.range(1, 7).allMatch(part -> from[part] == to[part - 1]));
      }
    }
  }

  @Test
  void jobsOfSeveralCallersTakeTurns() throws InterruptedException {
    try (Device device = Device.cpu(2)) {
      int[] counts = new int[2];
      Job job =
          worker -> {
            counts[worker.part()]++;
            worker.barrier();
          };
      Thread[] callers = new Thread[3];
      for (int i = 0; i < callers.length; i++) {
        callers[i] =
            Thread.ofPlatform().start(() -> IntStream.range(0, 500).forEach(_ -> device.run(job)));
      }
      for (Thread caller : callers) {
        caller.join();
      }
      assertArrayEquals(new int[] {1_500, 1_500}, counts);
    }
  }

  @Test
  void jobCannotRunAnotherOrCloseItsDevice() {
    try (Device device = Device.cpu(2)) {
      Device closing = device;
      for (int part = 0; part < 2; part++) {
        int inside = part;
        assertFails(
            IllegalStateException.class,
            () ->
                device.run(
                    worker -> {
                      if (worker.part() == inside) {
                        device.run(_ -> {});
                      }
                    }),
            "a job can neither run another job nor close its device");
        assertFails(
            IllegalStateException.class,
            () ->
                device.run(
                    worker -> {
                      if (worker.part() == inside) {
                        closing.close();
                      }
                    }),
            "close its device");
      }
      device.run(Worker::barrier);
    }
  }

  @Test
  void closedDeviceRefuses() {
    Device device = Device.cpu(3);
    device.close();
    device.close();
    assertFails(IllegalStateException.class, () -> device.run(_ -> {}), "the device is closed");
    assertFails(IllegalArgumentException.class, () -> Device.cpu(0), "at least 1, not 0");
    assertSame(Device.cpu(), Device.cpu());
    Device.cpu().close();
    Device.cpu().run(Worker::barrier);
  }

  /// The measuring itself allocates on the caller's thread, so that one is compared with an empty
  /// stretch.
  @Test
  void runningAllocatesNothing() {
    try (Device device = Device.cpu(3)) {
      long[] ids = new long[3];
      device.run(worker -> ids[worker.part()] = Thread.currentThread().threadId());
      Job job =
          worker -> {
            worker.floats(0, 64)[0]++;
            worker.barrier();
            worker.doubles(1, 64)[0]++;
          };
      repeat(device, job, 20_000);
      for (int part = 0; part < 3; part++) {
        assertTrue(Allocation.bytes(ids[part]) >= 0, "this JVM does not count allocations");
      }
      long[] before = allocatedBytes(ids);
      repeat(device, job, 0);
      long[] idle = allocatedBytes(ids);
      repeat(device, job, 5_000);
      long[] after = allocatedBytes(ids);
      for (int part = 0; part < 3; part++) {
        long growth = after[part] - idle[part] - (idle[part] - before[part]);
        assertTrue(growth < 5_000, "worker " + part + " allocated " + growth + " bytes");
      }
    }
  }

  private static void repeat(Device device, Job job, int times) {
    for (int i = 0; i < times; i++) {
      device.run(job);
    }
  }

  private static int recurse(int depth) {
    return depth + recurse(depth + 1);
  }

  private static long[] allocatedBytes(long[] ids) {
    return Arrays.stream(ids).map(Allocation::bytes).toArray();
  }
}
