package io.nacre.runtime;

import java.util.concurrent.locks.LockSupport;

/// One of the threads that carry out a step together.
///
/// A step is one program that every worker runs from its first line to its last. A kernel gives
/// each worker a share of its *outputs*, never a share of a sum, so a result does not depend on how
/// many workers there are. [#barrier] separates a kernel from the kernels that read what it wrote.
///
/// A worker belongs to one thread at a time; its scratch arrays are that thread's alone.
public final class Worker {
  private static final int SCRATCH_SLOTS = 4;

  private final Team team;
  private final int part;
  private final float[][] floats = new float[SCRATCH_SLOTS][0];
  private final double[][] doubles = new double[SCRATCH_SLOTS][0];

  /// The thread to wake, set while it is parked in [#awaitGeneration].
  private volatile Thread parked;

  Worker(Team team, int part) {
    this.team = team;
    this.part = part;
  }

  /// The number of this worker, from 0 to [#parts] - 1.
  public int part() {
    return part;
  }

  /// How many workers run the step.
  public int parts() {
    return team.size();
  }

  /// The first of this worker's items when `total` items are dealt out in contiguous, even shares.
  public int from(int total) {
    return (int) ((long) total * part / team.size());
  }

  /// One past the last of this worker's items; see [#from].
  public int to(int total) {
    return (int) ((long) total * (part + 1) / team.size());
  }

  /// Waits until every worker of the step has arrived here. What they wrote before is visible
  /// after.
  public void barrier() {
    team.barrier(this);
  }

  /// A scratch array of at least `size` floats with undefined content, kept from call to call and
  /// replaced only by a larger one, so that a step allocates nothing once it has run.
  ///
  /// @param slot which of the four arrays, so that a kernel and the kernel it calls do not meet
  public float[] floats(int slot, int size) {
    if (floats[slot].length < size) {
      floats[slot] = new float[size];
    }
    return floats[slot];
  }

  /// As [#floats], for doubles.
  public double[] doubles(int slot, int size) {
    if (doubles[slot].length < size) {
      doubles[slot] = new double[size];
    }
    return doubles[slot];
  }

  /// Waits until the team's barrier has left `generation`, spinning for a while before it parks.
  void awaitGeneration(int generation) {
    for (int spins = team.spins(); spins > 0; spins--) {
      if (team.generation() != generation) {
        return;
      }
      Thread.onSpinWait();
    }
    parked = Thread.currentThread();
    while (team.generation() == generation) {
      LockSupport.park(team);
    }
    parked = null;
  }

  void wake() {
    Thread sleeper = parked;
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
  }
}
