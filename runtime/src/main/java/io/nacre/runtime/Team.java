package io.nacre.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/// The threads of a [Device] and the barrier between them.
///
/// The calling thread is worker 0; the others are daemon threads that wait for the next job.
/// Nothing here allocates while a job runs. A worker that throws ends the job for all: the others
/// leave at their next barrier, and the caller gets the exception.
final class Team implements AutoCloseable {
  /// About 50 microseconds: longer than the pause between two kernels, shorter than a time slice.
  private static final int SPINS = 2_000;

  private final Worker[] workers;
  private final Thread[] threads;
  private final int spins;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private volatile int generation;

  /// Whether everybody had finished the job when the barrier opened last.
  private volatile boolean over;

  private volatile Throwable failure;
  private volatile boolean closed;
  private Job job;

  Team(int size) {
    workers = new Worker[size];
    threads = new Thread[size - 1];
    spins = size <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
    for (int part = 0; part < size; part++) {
      workers[part] = new Worker(this, part);
    }
    for (int part = 1; part < size; part++) {
      Worker worker = workers[part];
      threads[part - 1] =
          Thread.ofPlatform().daemon().name("nacre-worker-" + part).unstarted(() -> serve(worker));
    }
    for (Thread thread : threads) {
      thread.start();
    }
  }

  int size() {
    return workers.length;
  }

  int spins() {
    return spins;
  }

  int generation() {
    return generation;
  }

  /// Runs `job` on every worker and returns when all have finished.
  void run(Job job) {
    requireOutside();
    runAlone(job);
  }

  private synchronized void runAlone(Job job) {
    if (closed) {
      throw new IllegalStateException("the device is closed");
    }
    this.job = job;
    failure = null;
    finished.set(0);
    meet(workers[0]); // every waiting worker sees the job
    attempt(workers[0], job);
    this.job = null;
    if (failure != null) {
      throw rethrown(failure);
    }
  }

  void barrier(Worker worker) {
    if (workers.length > 1) {
      meet(worker);
      if (failure != null) {
        throw Abandoned.INSTANCE;
      }
    }
  }

  @Override
  public void close() {
    requireOutside();
    synchronized (this) {
      if (!closed) {
        closed = true;
        job = null;
        meet(workers[0]);
      }
    }
  }

  /// Refuses what would wait for itself for ever.
  private void requireOutside() {
    boolean inside = Thread.holdsLock(this);
    for (Thread thread : threads) {
      inside |= thread == Thread.currentThread();
    }
    if (inside) {
      throw new IllegalStateException("a job can neither run another job nor close its device");
    }
  }

  private void serve(Worker worker) {
    while (true) {
      meet(worker);
      if (closed) {
        return;
      }
      attempt(worker, job);
    }
  }

  /// Runs the job and waits for the others to finish theirs. A worker that failed early takes part
  /// in the barriers that the others still reach, so that nobody waits for it.
  private void attempt(Worker worker, Job job) {
    try {
      job.run(worker);
    } catch (Abandoned _) {
      // another worker failed and has said so
    } catch (Throwable thrown) {
      failure = thrown;
    }
    finished.incrementAndGet();
    do {
      meet(worker);
    } while (!over);
  }

  private void meet(Worker worker) {
    int before = generation;
    if (arrived.incrementAndGet() == workers.length) {
      arrived.set(0);
      over = finished.get() == workers.length;
      generation = before + 1;
      for (Worker other : workers) {
        other.wake();
      }
    } else {
      worker.awaitGeneration(before);
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    return switch (failure) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      default -> new IllegalStateException(failure);
    };
  }

  /// Ends a worker's part of a job that has failed elsewhere. Without a stack trace: it is no news.
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Abandoned INSTANCE = new Abandoned();

    private Abandoned() {
      super("another worker failed", null, false, false);
    }
  }
}
