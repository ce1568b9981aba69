package io.nacre.processor.lower;

import io.nacre.processor.ir.Assign;
import io.nacre.processor.ir.Broadcast;
import io.nacre.processor.ir.Cast;
import io.nacre.processor.ir.Constant;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Index;
import io.nacre.processor.ir.Pointwise;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.SizeConstant;
import io.nacre.processor.ir.Value;
import io.nacre.processor.lower.LoopKernel.Axis;
import io.nacre.processor.lower.LoopKernel.AxisIndex;
import io.nacre.processor.lower.LoopKernel.Instruction;
import io.nacre.processor.lower.LoopKernel.Operand;
import io.nacre.processor.optimise.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns a group of values into one loop.
///
/// The loop's axes are those of the group's shape, without axes of size 1, and neighbours are merged
/// where nothing tells them apart: each input has both or none, both are reduced or none, and nobody
/// asks for the index along one of them. `N x 20 x 24 x 24` plus a bias per channel becomes
/// `N | 20 | 576`.
final class LoopBuilder {
  private final Group group;
  private final Shape domain;
  private final Optional<Reduce> reduction;
  private final Map<Value, Operand> operands = new HashMap<>();
  private final List<Value> inputs = new ArrayList<>();
  private final List<List<Boolean>> usage = new ArrayList<>();
  private final List<Instruction> body = new ArrayList<>();
  private final Set<Integer> indexed = new HashSet<>();

  private LoopBuilder(Group group) {
    this.group = group;
    this.reduction =
        group.root().primitive() instanceof Reduce reduce ? Optional.of(reduce) : Optional.empty();
    this.domain = reduction.map(reduce -> reduce.input().shape()).orElse(group.root().shape());
  }

  static Call.LoopCall build(Group group) {
    return new LoopBuilder(group).build();
  }

  private Call.LoopCall build() {
    for (Value member : group.members()) {
      if (member.primitive() instanceof Pointwise pointwise) {
        List<Operand> arguments = pointwise.inputs().stream().map(this::operand).toList();
        operands.put(member, new LoopKernel.Result(body.size()));
        body.add(
            new Instruction(pointwise.function(), arguments, member.type(), member.type()));
      } else if (member.primitive() instanceof Cast cast) {
        Operand argument = operand(cast.input());
        operands.put(member, new LoopKernel.Result(body.size()));
        body.add(Instruction.cast(argument, cast.input().type(), cast.type()));
      }
    }
    Operand element = reduction.map(Reduce::input).map(this::operand).orElseGet(this::root);
    List<List<Integer>> merged = mergedAxes();
    LoopKernel kernel =
        new LoopKernel(
            group.root().type(),
            merged.stream().map(this::axis).toList(),
            usage.stream().map(used -> merged.stream().map(m -> used(used, m)).toList()).toList(),
            inputs.stream().map(Value::type).toList(),
            body.stream().map(instruction -> renumber(instruction, merged)).toList(),
            renumber(element, merged),
            merged.stream().anyMatch(this::reduced)
                ? reduction.map(Reduce::kind)
                : Optional.empty());
    return new Call.LoopCall(kernel, inputs);
  }

  /// The element of a loop that is no reduction: the root as seen from inside.
  private Operand root() {
    return operand(
        group.root().primitive() instanceof Assign assign ? assign.input() : group.root());
  }

  private Operand operand(Value value) {
    Operand known = operands.get(value);
    if (known == null) {
      known =
          switch (value.primitive()) {
            case Constant constant -> new LoopKernel.Number(constant.number());
            case SizeConstant size -> new LoopKernel.Size(size.size());
            case Index index -> {
              indexed.add(index.axis());
              yield new AxisIndex(index.axis());
            }
            case Broadcast broadcast -> input(broadcast.input());
            default -> input(value);
          };
      operands.put(value, known);
    }
    return known;
  }

  private Operand input(Value value) {
    List<Boolean> used = new ArrayList<>();
    for (int axis = 0; axis < domain.rank(); axis++) {
      used.add(value.shape().dim(axis).equals(domain.dim(axis)));
    }
    inputs.add(value);
    usage.add(used);
    return new LoopKernel.Input(inputs.size() - 1);
  }

  /// Runs of axes that one loop walks; a domain of a single element has one run of no axes.
  private List<List<Integer>> mergedAxes() {
    List<List<Integer>> merged = new ArrayList<>();
    for (int axis = 0; axis < domain.rank(); axis++) {
      if (domain.dim(axis).is(1)) {
        continue;
      }
      if (!merged.isEmpty() && alike(merged.getLast().getLast(), axis)) {
        merged.getLast().add(axis);
      } else {
        merged.add(new ArrayList<>(List.of(axis)));
      }
    }
    if (merged.isEmpty()) {
      merged.add(List.of());
    }
    return merged;
  }

  private boolean alike(int left, int right) {
    return !indexed.contains(left)
        && !indexed.contains(right)
        && reduced(left) == reduced(right)
        && usage.stream().allMatch(used -> used.get(left).equals(used.get(right)));
  }

  private boolean reduced(int axis) {
    return reduction.isPresent() && reduction.get().axes().contains(axis);
  }

  private Axis axis(List<Integer> run) {
    Dim size = Dim.ONE;
    for (int axis : run) {
      size = size.times(domain.dim(axis)).orElseThrow();
    }
    return new Axis(size, reduced(run));
  }

  private boolean reduced(List<Integer> run) {
    return !run.isEmpty() && reduced(run.getFirst());
  }

  private boolean used(List<Boolean> used, List<Integer> run) {
    return run.isEmpty() || used.get(run.getFirst());
  }

  private Instruction renumber(Instruction instruction, List<List<Integer>> merged) {
    return new Instruction(
        instruction.function(),
        instruction.operands().stream().map(operand -> renumber(operand, merged)).toList(),
        instruction.from(),
        instruction.to());
  }

  /// An index along an axis of the domain becomes one along an axis of the loop; along an axis of
  /// size 1 it is 0.
  private Operand renumber(Operand operand, List<List<Integer>> merged) {
    if (operand instanceof AxisIndex index) {
      for (int run = 0; run < merged.size(); run++) {
        if (merged.get(run).contains(index.axis())) {
          return new AxisIndex(run);
        }
      }
      return new LoopKernel.Number(0);
    }
    return operand;
  }
}
