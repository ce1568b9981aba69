package io.nacre.runtime;

/// A program that every [Worker] of a step runs.
@FunctionalInterface
public interface Job {
  void run(Worker worker);
}
