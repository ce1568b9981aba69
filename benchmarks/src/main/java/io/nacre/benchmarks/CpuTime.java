package io.nacre.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How much processor time the calls of an iteration took: on a machine with other work to do,
/// elapsed time also counts the time of others.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public long calls;
  public long nanoseconds;
  private long start;

  @Setup(Level.Iteration)
  public void begin() {
    calls = 0;
    nanoseconds = 0;
    start = THREADS.getCurrentThreadCpuTime();
  }

  void count() {
    calls++;
    nanoseconds = THREADS.getCurrentThreadCpuTime() - start;
  }
}
