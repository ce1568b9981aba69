package io.nacre.processor.optimise;

import io.nacre.processor.differentiate.TrainingGraph;
import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.Assign;
import io.nacre.processor.ir.Broadcast;
import io.nacre.processor.ir.Cast;
import io.nacre.processor.ir.Constant;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Index;
import io.nacre.processor.ir.Pointwise;
import io.nacre.processor.ir.Reachable;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.SizeConstant;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Drops dead code and decides which values are stored.
///
/// A pointwise value is not stored if everybody who reads it is in one group: it becomes an
/// intermediate result there. A cast is one too, but a loop of several types is scalar code, so it stays
/// away from what vectors do much faster: sums, and functions such as tanh. Constants, indices and stretched values cost nothing and are repeated
/// wherever they are read.
public final class Fusion {
  /// Keeps a loop's method small enough for HotSpot to compile, with each expression written out
  /// several times.
  private static final int MOST_MEMBERS = 24;

  private final TrainingGraph graph;
  private final Set<Value> forward;
  private final List<Value> live;
  private final Map<Value, List<Value>> readers = new HashMap<>();
  private final Set<Value> stored = new HashSet<>();

  /// The root of the group that a value was put into.
  private final Map<Value, Value> rootOf = new HashMap<>();

  private final Map<Value, Integer> sizes = new HashMap<>();

  /// The roots of groups with a cast, and of those that want to be vector code.
  private final Set<Value> casting = new HashSet<>();

  private final Set<Value> forVectors = new HashSet<>();

  private Fusion(TrainingGraph graph) {
    this.graph = graph;
    List<Value> results = graph.graph().results();
    List<Value> gradients = graph.gradients().stream().map(Graph.NamedValue::value).toList();
    this.forward = new HashSet<>(Reachable.from(results));
    this.live = Reachable.from(Stream.concat(results.stream(), gradients.stream()).toList());
    Stream.concat(results.stream(), gradients.stream()).map(Aliases::storage).forEach(stored::add);
  }

  public static FusedGraph fuse(TrainingGraph graph) {
    return new Fusion(graph).run();
  }

  private FusedGraph run() {
    for (Value value : live) {
      for (Value input : value.primitive().inputs()) {
        readers.computeIfAbsent(input, key -> new ArrayList<>()).add(value);
      }
    }
    for (Value value : live.reversed()) {
      assignRoot(value);
    }
    Map<Value, List<Value>> members = new HashMap<>();
    for (Value value : live) {
      if (rootOf.containsKey(value)) {
        members.computeIfAbsent(rootOf.get(value), key -> new ArrayList<>()).add(value);
      }
    }
    List<Group> groups = new ArrayList<>();
    members.forEach((root, all) -> groups.add(new Group(root, all, !forward.contains(root))));
    groups.sort(
        Comparator.comparing(Group::backward).thenComparingInt(group -> group.root().id()));
    return new FusedGraph(graph, groups);
  }

  private void assignRoot(Value value) {
    if (value.primitive() instanceof Variable || Aliases.isAlias(value)) {
      return;
    }
    List<Value> users = readers.getOrDefault(value, List.of());
    boolean must = stored.contains(value) || users.stream().anyMatch(this::readsFromMemory);
    if (isFree(value)) {
      if (must) {
        rootOf.put(value, value);
      }
      return;
    }
    Set<Value> roots = new HashSet<>();
    for (Value user : users) {
      roots.add(rootOf.get(user));
    }
    boolean joins =
        isPointwise(value) && !must && roots.size() == 1 && fits(value, roots.iterator().next());
    Value root = joins ? roots.iterator().next() : value;
    rootOf.put(value, root);
    sizes.merge(root, 1, Integer::sum);
    if (value.primitive() instanceof Cast) {
      casting.add(root);
    } else if (wantsVectors(value)) {
      forVectors.add(root);
    }
  }

  private boolean fits(Value value, Value root) {
    Set<Value> others = value.primitive() instanceof Cast ? forVectors : casting;
    boolean keepsAway =
        others.contains(root) && (value.primitive() instanceof Cast || wantsVectors(value));
    return !keepsAway && sizes.get(root) < MOST_MEMBERS;
  }

  private static boolean isPointwise(Value value) {
    return value.primitive() instanceof Pointwise || value.primitive() instanceof Cast;
  }

  /// Whether vector code is much faster than what the JVM makes of the scalar loop by itself.
  private static boolean wantsVectors(Value value) {
    return value.primitive() instanceof Reduce
        || value.primitive() instanceof Pointwise pointwise
            && pointwise.function().hasVector()
            && pointwise.function().callsLibrary();
  }

  /// Whether `user` needs its inputs in memory rather than as intermediate results.
  private boolean readsFromMemory(Value user) {
    return !(isPointwise(user)
        || user.primitive() instanceof Reduce
        || user.primitive() instanceof Assign);
  }

  /// Whether a value costs nothing where it is read.
  static boolean isFree(Value value) {
    return value.primitive() instanceof Constant
        || value.primitive() instanceof SizeConstant
        || value.primitive() instanceof Index
        || value.primitive() instanceof Broadcast;
  }
}
