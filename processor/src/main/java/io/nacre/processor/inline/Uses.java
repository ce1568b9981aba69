package io.nacre.processor.inline;

import io.nacre.processor.formula.Formula;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what nodes stand for that are no layers: blocks by their annotation, models by `@Call`.
/// (Formulas, which stand for themselves, are only told apart here.)
final class Uses {
  private static final String CALL = "io.nacre.annotations.Call";

  private final Library library;
  private final String root;
  private final int batch;

  /// @param root the qualified name of the model or block that is built
  /// @param batch as in [TreeBuilder]
  Uses(Library library, String root, int batch) {
    this.library = library;
    this.root = root;
    this.batch = batch;
  }

  boolean isUse(NodeDeclaration node) {
    return isCall(node) || Formula.is(node) || library.block(node.layer().type()).isPresent();
  }

  private static boolean isCall(NodeDeclaration node) {
    return node.layer().type().equals(CALL);
  }

  /// What a node stands for; empty for a layer, and for what cannot be found, which is reported.
  ///
  /// @param everywhere where a ring is reported even inside something whose mistakes are not
  Optional<Definition> definition(
      Instance node, List<Definition> enclosing, Problems problems, Problems everywhere) {
    boolean call = isCall(node.declaration());
    Optional<Definition> found =
        call
            ? model(node, problems).map(Definition::of)
            : library.block(node.declaration().layer().type()).map(Definition::of);
    if (found.isEmpty() || isRing(node, found.get(), enclosing, everywhere)) {
      return Optional.empty();
    }
    Definition definition = found.get();
    library
        .fault(definition.type())
        .ifPresent(
            fault ->
                problems.add(
                    Problem.of(
                        call ? ProblemId.BAD_CALL : ProblemId.BAD_BLOCK,
                        node.declaration().layer().place(),
                        node.path(),
                        "%s of a library is wrong: %s".formatted(definition.name(), fault.fact()),
                        fault.libraryHint())));
    if (call) {
      checkBatch(node, definition, problems);
    }
    return found;
  }

  private Optional<ModelDeclaration> model(Instance call, Problems problems) {
    AttributeValue value = call.declaration().layer().attributes().get("value");
    if (value == null || !(value.value() instanceof String type)) {
      return Optional.empty();
    }
    Optional<ModelDeclaration> model = library.model(type);
    if (model.isEmpty()) {
      bad(
          problems,
          value.place(),
          call,
          "%s is no model".formatted(simple(type)),
          "call an interface or abstract class that is marked @Model");
    }
    return model;
  }

  /// A definition that holds itself has no end. Each ring is reported once, at the first of its
  /// members by name, when that one is built.
  private boolean isRing(
      Instance node, Definition found, List<Definition> enclosing, Problems problems) {
    List<String> types = new ArrayList<>(List.of(root));
    enclosing.forEach(definition -> types.add(definition.type()));
    int start = types.indexOf(found.type());
    if (start < 0) {
      return false;
    }
    List<String> ring = types.subList(start, types.size());
    if (start == 0 && ring.stream().noneMatch(type -> type.compareTo(root) < 0)) {
      String names = ring.stream().map(Uses::simple).collect(Collectors.joining(" -> "));
      problems.add(
          Problem.of(
              ProblemId.RECURSION,
              node.declaration().layer().place(),
              node.path(),
              "%s holds itself: %s -> %s".formatted(simple(root), names, simple(root)),
              "cut the ring; for a fixed number of levels use @Repeat"));
    }
    return true;
  }

  private void checkBatch(Instance call, Definition model, Problems problems) {
    if (batch >= 0 && model.batch() != 0 && model.batch() != batch) {
      bad(
          problems,
          call.declaration().layer().attributes().get("value").place(),
          call,
          "%s is fixed at a batch of %d, but %s %s"
              .formatted(
                  model.name(),
                  model.batch(),
                  simple(root),
                  batch == 0 ? "is for any" : "at one of " + batch),
          "mark %s @Model(batch = %d), or leave batch out of %s"
              .formatted(simple(root), model.batch(), model.name()));
    }
  }

  /// Lets a call use the weights of another, if it says so.
  void shareWeights(Instance node, Scope scope, Problems problems) {
    NodeDeclaration call = node.declaration();
    AttributeValue other = call.layer().attributes().get("weightsOf");
    if (!isCall(call) || other == null || !(other.value() instanceof String name) || name.isEmpty()) {
      return;
    }
    Optional<Instance> found = scope.find(name);
    if (found.isEmpty()) {
      List<String> calls =
          scope.names().entrySet().stream()
              .filter(entry -> isCall(entry.getValue().declaration()))
              .filter(entry -> entry.getValue() != node)
              .map(entry -> entry.getKey())
              .toList();
      String near = Similar.hint(name, calls);
      bad(
          problems,
          other.place(),
          node,
          "no call is named " + name,
          !near.isEmpty() || calls.isEmpty() ? near : "there are " + Similar.list(calls));
      return;
    }
    NodeDeclaration source = found.get().declaration();
    if (found.get() == node) {
      return;
    }
    if (!isCall(source) || !model(source).equals(model(call))) {
      bad(
          problems,
          other.place(),
          node,
          "%s is %s, whose weights are not those of %s"
              .formatted(name, source.layer().text(), call.layer().text()),
          "name a call of the same model");
    } else if (sharesWithOther(found.get(), scope)) {
      bad(
          problems,
          other.place(),
          node,
          "%s uses the weights of another itself".formatted(name),
          "name that one: weightsOf = \"%s\""
              .formatted(source.layer().attributes().get("weightsOf").value()));
    } else {
      node.share(found.get());
    }
  }

  private static boolean sharesWithOther(Instance call, Scope scope) {
    AttributeValue other = call.declaration().layer().attributes().get("weightsOf");
    return other != null
        && other.value() instanceof String name
        && !name.isEmpty()
        && scope.find(name).filter(found -> found == call).isEmpty();
  }

  private static Object model(NodeDeclaration call) {
    return call.layer().attributes().get("value").value();
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static void bad(
      Problems problems, Place place, Instance call, String fact, String hint) {
    problems.add(Problem.of(ProblemId.BAD_CALL, place, call.path(), fact, hint));
  }
}
