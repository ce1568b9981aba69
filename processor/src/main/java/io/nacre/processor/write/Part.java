package io.nacre.processor.write;

import io.nacre.processor.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/// A nested class of a plan: at most about a hundred methods and a thousand steps, so that no class and
/// no method grows with the model.
///
/// @param name the class: `Training`, or `Training$3` if there are several; no node gets such a name
/// @param forward methods of the forward pass in order
/// @param backward methods of the backward pass in order
record Part(String name, List<NodeMethod> forward, List<NodeMethod> backward) {
  private static final int MOST_METHODS = 100;

  /// Each step needs some places, which the constructor works out.
  private static final int MOST_STEPS = 1000;

  /// The steps that one node takes in one direction, one method, or several if they are many.
  record NodeMethod(String name, List<PlannedStep> steps) {
    /// Keeps a method small enough for HotSpot to compile.
    private static final int MOST_STEPS = 64;

    boolean isFull() {
      return steps.size() == MOST_STEPS;
    }
  }

  /// Cuts a plan into parts: one, if it is small, and none, if nothing is to be done.
  static List<Part> of(String name, List<NodeMethod> forward, List<NodeMethod> backward) {
    if (forward.isEmpty() && backward.isEmpty()) {
      return List.of();
    }
    if (forward.size() + backward.size() <= MOST_METHODS
        && steps(forward) + steps(backward) <= MOST_STEPS) {
      return List.of(new Part(name, forward, backward));
    }
    List<Part> parts = new ArrayList<>();
    for (List<NodeMethod> some : chunks(forward)) {
      parts.add(new Part(name + "$" + (parts.size() + 1), some, List.of()));
    }
    for (List<NodeMethod> some : chunks(backward)) {
      parts.add(new Part(name + "$" + (parts.size() + 1), List.of(), some));
    }
    return parts;
  }

  private static List<List<NodeMethod>> chunks(List<NodeMethod> methods) {
    List<List<NodeMethod>> chunks = new ArrayList<>();
    for (NodeMethod method : methods) {
      if (chunks.isEmpty()
          || chunks.getLast().size() == MOST_METHODS
          || steps(chunks.getLast()) + method.steps().size() > MOST_STEPS) {
        chunks.add(new ArrayList<>());
      }
      chunks.getLast().add(method);
    }
    return chunks;
  }

  private static int steps(List<NodeMethod> methods) {
    return methods.stream().mapToInt(method -> method.steps().size()).sum();
  }

  List<PlannedStep> steps() {
    List<PlannedStep> steps = new ArrayList<>();
    forward.forEach(method -> steps.addAll(method.steps()));
    backward.forEach(method -> steps.addAll(method.steps()));
    return steps;
  }
}
