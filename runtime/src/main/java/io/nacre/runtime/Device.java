package io.nacre.runtime;

/// Where graphs run: the threads, and later the memory and kernels, that a bound graph uses.
///
/// Results have the same bits for any number of threads.
public final class Device implements AutoCloseable {
  private final Team team;
  private final boolean shared;

  private Device(int threads, boolean shared) {
    this.team = new Team(threads);
    this.shared = shared;
  }

  /// The CPU with one thread per available processor. Every call returns the same device, whose
  /// daemon threads live as long as the JVM; closing it does nothing.
  public static Device cpu() {
    return Shared.CPU;
  }

  /// The CPU with exactly `threads` threads, the caller's included. Close it to end them.
  ///
  /// @throws IllegalArgumentException if `threads` is less than 1
  public static Device cpu(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    return new Device(threads, false);
  }

  /// How many threads carry out a step.
  public int threads() {
    return team.size();
  }

  /// Runs `job` on every thread of the device and returns when all have finished. The caller's
  /// thread takes part. One job at a time: a second caller waits.
  ///
  /// What a worker throws ends the job, and is thrown here; the device stays usable.
  ///
  /// @throws IllegalStateException if the device is closed, or this is called from a job
  public void run(Job job) {
    team.run(job);
  }

  @Override
  public void close() {
    if (!shared) {
      team.close();
    }
  }

  @Override
  public String toString() {
    return "cpu(" + threads() + ")";
  }

  private static final class Shared {
    static final Device CPU = new Device(Runtime.getRuntime().availableProcessors(), true);
  }
}
