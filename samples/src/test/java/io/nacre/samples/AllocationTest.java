package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.nacre.runtime.Device;
import io.nacre.runtime.data.Batches.Batch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Once its code is compiled, a step allocates nothing but the caller's small objects: 288 bytes
/// here, for `Data`, `OutLabel` and the view of the output with its shape.
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int STEPS = 20;
  private static final int MOST_ROUNDS = 50;
  private static final long MOST_BYTES_OF_CALLER = 300;

  @Test
  void stepAllocatesNothing() throws IOException {
    try (Device device = Device.cpu(3)) {
      LeNetSteps lenet = new LeNetSteps(device, 16);
      Batch batch = lenet.next();
      long workers = 0;
      long caller = 0;
      for (int round = 0; round < MOST_ROUNDS; round++) {
        workers = -allocatedByWorkers();
        caller = -THREADS.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < STEPS; step++) {
          lenet.step(batch);
        }
        caller += THREADS.getCurrentThreadAllocatedBytes();
        workers += allocatedByWorkers();
        if (workers == 0 && caller <= STEPS * MOST_BYTES_OF_CALLER) {
          return;
        }
      }
      fail(
          "%d steps allocate %d bytes in workers and %d in the caller"
              .formatted(STEPS, workers, caller));
    }
  }

  private static long allocatedByWorkers() {
    return LongStream.of(THREADS.getAllThreadIds())
        .filter(AllocationTest::isWorker)
        .map(THREADS::getThreadAllocatedBytes)
        .sum();
  }

  private static boolean isWorker(long id) {
    ThreadInfo thread = THREADS.getThreadInfo(id);
    return thread != null && thread.getThreadName().startsWith("nacre-worker-");
  }
}
