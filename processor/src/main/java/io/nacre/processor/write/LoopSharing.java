package io.nacre.processor.write;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.lower.LoopKernel;
import io.nacre.processor.lower.LoopKernel.Axis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Finds loops that are the same but for the size of one axis, as those of a network whose layers grow
/// wider and wider.
///
/// Where there are more than [#MOST_ALIKE] of them they share a method, which takes that size as an
/// argument: it costs a division by a number that is not a literal here and there, and no bits, and such
/// a network would otherwise have thousands of methods. The rightmost outer axis is tried first, since
/// the innermost is worth most as a literal.
final class LoopSharing {
  static final int MOST_ALIKE = 3;

  private final Set<LoopKernel> left;
  private final Map<LoopKernel, OptionalInt> open = new LinkedHashMap<>();
  private final Map<LoopKernel, LoopKernel> first = new LinkedHashMap<>();

  private LoopSharing(Collection<LoopKernel> kernels) {
    left = new LinkedHashSet<>(kernels);
    int most = kernels.stream().mapToInt(kernel -> kernel.axes().size()).max().orElse(0);
    for (int fromRight = 1; fromRight < most; fromRight++) {
      share(fromRight);
    }
    share(0);
    for (LoopKernel alone : left) {
      open.put(alone, OptionalInt.empty());
      first.put(alone, alone);
    }
  }

  static LoopSharing of(Collection<LoopKernel> kernels) {
    return new LoopSharing(kernels);
  }

  /// The loop whose method this one uses: itself, or the first that is like it.
  LoopKernel first(LoopKernel kernel) {
    return first.get(kernel);
  }

  /// The axis whose size is an argument of the method.
  OptionalInt open(LoopKernel kernel) {
    return open.get(kernel);
  }

  /// What loops have in common that may share a method.
  private record Likeness(
      LoopKernel kernel, boolean vectors, boolean shortRun, boolean wholeBlocks) {}

  private void share(int fromRight) {
    Map<Likeness, List<LoopKernel>> alike = new LinkedHashMap<>();
    for (LoopKernel kernel : left) {
      int axis = kernel.axes().size() - 1 - fromRight;
      if (axis >= 0 && mayBeOpen(kernel, axis)) {
        alike.computeIfAbsent(likeness(kernel, axis), any -> new ArrayList<>()).add(kernel);
      }
    }
    for (List<LoopKernel> group : alike.values()) {
      if (group.size() > MOST_ALIKE) {
        for (LoopKernel kernel : group) {
          open.put(kernel, OptionalInt.of(kernel.axes().size() - 1 - fromRight));
          first.put(kernel, group.get(0));
          left.remove(kernel);
        }
      }
    }
  }

  /// A short run that is summed in order must be known as one.
  static boolean mayBeOpen(LoopKernel kernel, int axis) {
    Axis opened = kernel.axes().get(axis);
    boolean inner = axis == kernel.axes().size() - 1;
    boolean inOrder =
        inner && opened.reduced() && new LoopShape(kernel, OptionalInt.empty()).shortRun();
    return opened.size().size() > 1 && !inOrder;
  }

  private static Likeness likeness(LoopKernel kernel, int axis) {
    List<Axis> axes = new ArrayList<>(kernel.axes());
    Axis opened = axes.get(axis);
    axes.set(axis, new Axis(new Dim(1, opened.size().batch()), opened.reduced()));
    LoopShape shape = new LoopShape(kernel, OptionalInt.empty());
    return new Likeness(
        new LoopKernel(
            kernel.type(),
            axes,
            kernel.inputs(),
            kernel.inputTypes(),
            kernel.body(),
            kernel.element(),
            kernel.reduction()),
        shape.isWorthVectors(),
        shape.shortRun(),
        shape.hasWholeBlocks());
  }
}
