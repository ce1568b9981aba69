package io.nacre.processor.write;

import io.nacre.processor.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/// A nested class of a plan: at most about a hundred methods, so that no class and no method grows with
/// the model.
///
/// @param name the class: `Training`, or `Training$3` if there are several; no node gets such a name
/// @param forward methods of the forward pass in order
/// @param backward methods of the backward pass in order
record Part(String name, List<NodeMethod> forward, List<NodeMethod> backward) {
  private static final int MOST_METHODS = 100;

  /// The steps that one node takes in one direction, one method.
  record NodeMethod(String name, List<PlannedStep> steps) {}

  /// Cuts a plan into parts: one, if it is small, and none, if nothing is to be done.
  static List<Part> of(String name, List<NodeMethod> forward, List<NodeMethod> backward) {
    if (forward.isEmpty() && backward.isEmpty()) {
      return List.of();
    }
    if (forward.size() + backward.size() <= MOST_METHODS) {
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
    for (int from = 0; from < methods.size(); from += MOST_METHODS) {
      chunks.add(methods.subList(from, Math.min(from + MOST_METHODS, methods.size())));
    }
    return chunks;
  }

  List<PlannedStep> steps() {
    List<PlannedStep> steps = new ArrayList<>();
    forward.forEach(method -> steps.addAll(method.steps()));
    backward.forEach(method -> steps.addAll(method.steps()));
    return steps;
  }
}
