package io.nacre.processor.infer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.ArgumentLayer;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An argument whose known shape is not the one that its user needs, put into words.
final class Conflict {
  private final Knowledge knowledge;
  private final LayerNode user;
  private final String argument;
  private final LayerEdge edge;
  private final LayerNode source;
  private final PartialShape known;
  private final PartialShape needed;

  Conflict(
      Knowledge knowledge, LayerNode user, String argument, LayerEdge edge, PartialShape needed) {
    this.knowledge = knowledge;
    this.user = user;
    this.argument = argument;
    this.edge = edge;
    this.source = edge.node();
    this.known = knowledge.shape(edge);
    this.needed = needed;
  }

  /// Reports it, once for a variable however many users it has.
  void report(ProblemId id, String reason) {
    Optional<LayerEdge> other = otherOperand();
    if (other.isPresent()) {
      new OperandMismatch(knowledge, user, other.get(), edge).report(edge.place());
      return;
    }
    LayerNode maker = knowledge.of(source).maker().orElse(source);
    Problem problem;
    boolean given = user.layer() instanceof ArgumentLayer;
    if (maker == source && isVariable() && !given) {
      problem = declared(id, reason);
    } else if (isVariable() && !given) {
      problem = shared(id, maker, reason);
    } else {
      problem = plain(id, reason);
    }
    problem = problem.withTrail(Trail.into(knowledge, user, source));
    knowledge.fail(user, problem);
    if (isVariable() && source.layer().variable() != VariableKind.INPUT) {
      knowledge.of(source).fail();
    }
  }

  private boolean isVariable() {
    return source.layer().variable() != VariableKind.NONE;
  }

  /// The other of two operands, if it is the one that contradicts.
  private Optional<LayerEdge> otherOperand() {
    long operands =
        user.arguments().stream().filter(each -> each.role() == Argument.Role.DATA).count();
    return operands != 2
        ? Optional.empty()
        : user.edges().stream()
            .filter(each -> each != edge)
            .filter(each -> knowledge.shape(each).unify(known).isEmpty())
            .filter(each -> knowledge.shape(each).unify(needed).isPresent())
            .findFirst();
  }

  private Problem declared(ProblemId id, String reason) {
    return Problem.of(
        id,
        Knowledge.declaration(source),
        user.path(),
        "%s %s is declared %s, but must be %s%s"
            .formatted(argument, source.path(), known, text(needed), because(reason)),
        "declare %s %s".formatted(source.path(), declared(merged())));
  }

  /// `@Parameter({120, 1024}), or leave its shape out`; an `@Input` has its samples first, and
  /// always a shape.
  private String declared(PartialShape shape) {
    String kind = source.attributes().kind();
    if (!kind.equals("@Input")) {
      return declaration(kind, shape) + ", or leave its shape out";
    }
    boolean samples =
        shape.rank() > 0 && known.rank() > 0 && shape.dim(0).equals(known.dim(0));
    return declaration(samples ? kind : "@Variable", shape);
  }

  private Problem shared(ProblemId id, LayerNode maker, String reason) {
    return Problem.of(
        id,
        edge.place(),
        user.path(),
        "%s %s is shared with %s, where it is %s, but here must be %s%s"
            .formatted(argument, source.path(), maker.path(), known, text(needed), because(reason)),
        wayOutOfSharing(maker));
  }

  /// What a layer makes itself needs no second declaration.
  private String wayOutOfSharing(LayerNode maker) {
    boolean made =
        user.arguments().stream()
            .filter(each -> each.name().equals(argument))
            .anyMatch(each -> each.role() != Argument.Role.DATA);
    String own =
        made
            ? "remove %s from %s, which then makes %s itself".formatted(
                source.path(), user.path(), argument)
            : "give %s another %s".formatted(user.path(), argument);
    return own + "; or give both the same input sizes as " + maker.path() + " has";
  }

  private Problem plain(ProblemId id, String reason) {
    return Problem.of(
        id,
        edge.place(),
        user.path(),
        "%s %s is %s, but must be %s%s"
            .formatted(argument, source.path(), known, text(needed), because(reason)),
        Advice.change(knowledge, source, needed)
            .orElse("make %s %s".formatted(source.path(), text(needed))));
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private static String text(PartialShape shape) {
    boolean rankOnly = shape.dims().stream().noneMatch(Dim::known);
    return rankOnly ? "of %d axes".formatted(shape.rank()) : shape.toString();
  }

  /// What is needed, completed by what is known where that does not contradict.
  private PartialShape merged() {
    if (known.rank() != needed.rank()) {
      return needed;
    }
    PartialShape merged = needed;
    for (int axis = 0; axis < needed.rank(); axis++) {
      if (!needed.dim(axis).known()) {
        merged = replace(merged, axis, known.dim(axis));
      }
    }
    return merged;
  }

  private static PartialShape replace(PartialShape shape, int axis, Dim dim) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.set(axis, dim);
    return PartialShape.of(dims);
  }

  /// `@Parameter({120, 1024})`
  static String declaration(String kind, PartialShape shape) {
    boolean perSample = kind.equals("@Label") || kind.equals("@Input");
    return shape.dims().stream()
        .skip(perSample ? 1 : 0)
        .map(Conflict::declaration)
        .collect(Collectors.joining(", ", kind + "({", "})"));
  }

  private static String declaration(Dim dim) {
    if (!dim.batch()) {
      return Long.toString(dim.size());
    }
    return dim.size() == 1 ? "BATCH" : dim.size() + " * BATCH";
  }
}
