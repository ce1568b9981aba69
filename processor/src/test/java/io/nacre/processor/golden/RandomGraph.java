package io.nacre.processor.golden;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A model of random layers: nodes are used again and again, some are heads, some share a weight.
///
/// It is smooth nearly everywhere, and its numbers stay small.
final class RandomGraph {
  private static final List<Integer> IMAGE = List.of(3, 5, 4);
  private static final List<Integer> ROW = List.of(6);

  private record Node(String name, String text, List<Integer> sample, boolean layer) {}

  private final Random random;
  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private RandomGraph(Random random) {
    this.random = random;
  }

  /// The source of a model.
  ///
  /// @param everything whether every layer is a head, not only those without users and a few more
  static String source(String type, int layers, long seed, boolean everything) {
    RandomGraph graph = new RandomGraph(new Random(seed));
    graph.input("image1", IMAGE);
    graph.input("image2", IMAGE);
    graph.input("row", ROW);
    graph.nodes.add(
        new Node("shared", "@Parameter Symbol shared();", List.of(), false));
    // everything has a use
    graph.layer("@Plus", IMAGE, graph.nodes.get(0), graph.nodes.get(1));
    graph.layer("@FullyConnected(units = 6)", ROW, graph.nodes.get(2), graph.nodes.get(3));
    while (graph.nodes.size() < layers + 4) {
      graph.add();
    }
    StringBuilder source = new StringBuilder("package graphs;\n\n");
    source.append("import io.nacre.annotations.*;\n\n@Model\npublic interface ");
    source.append(type).append(" {\n");
    for (Node node : graph.nodes) {
      boolean head = graph.random.nextInt(8) == 0 || !graph.used.contains(node.name());
      source.append(node.layer() && (head || everything) ? "  @Output " : "  ");
      source.append(node.text()).append("\n");
    }
    return source.append("}\n").toString();
  }

  private void input(String name, List<Integer> sample) {
    String sizes = sample.toString().replace('[', '{').replace(']', '}');
    nodes.add(
        new Node(
            name,
            "@Input(value = %s, dtype = DataType.FLOAT64, gradient = true) Symbol %s();"
                .formatted(sizes, name),
            sample,
            false));
  }

  private void add() {
    Node x = any();
    switch (random.nextInt(13)) {
      case 0 -> layer("@Tanh", x.sample(), x);
      case 1 -> layer("@Sigmoid", x.sample(), x);
      case 2 -> layer("@SoftSign", x.sample(), x);
      case 3, 4 -> {
        String operator = List.of("@Plus", "@Minus", "@Times").get(random.nextInt(3));
        layer(operator, x.sample(), x, like(x));
      }
      case 5 -> fullyConnected(x);
      case 6 -> {
        if (x.sample().equals(ROW)) {
          // a weight that several layers share
          layer("@FullyConnected(units = 6)", ROW, x, nodes.get(3));
        }
      }
      case 7 -> convolution(x);
      case 8 -> {
        String operator =
            List.of("@Softmax", "@LogSoftmax(axis = 1)", "@L2Normalization", "@LayerNorm", "@Gelu")
                .get(random.nextInt(5));
        layer(operator, x.sample(), x);
      }
      case 9 -> cutAndJoin(x);
      case 10 -> turn(x);
      case 11 -> copy(x);
      default -> pooling(x);
    }
  }

  private void fullyConnected(Node x) {
    int units = random.nextBoolean() ? 6 : 1 + random.nextInt(9);
    // a small scale first, so that the numbers stay small
    layer("@Tanh", x.sample(), x);
    layer("@FullyConnected(units = " + units + ")", List.of(units), nodes.getLast());
  }

  private void convolution(Node x) {
    if (x.sample().size() < 3) {
      return;
    }
    int filters = random.nextBoolean() ? x.sample().getFirst() : 1 + random.nextInt(4);
    layer(
        "@Conv(filters = " + filters + ", kernel = 3, pad = 1)",
        List.of(filters, x.sample().get(1), x.sample().get(2)),
        x);
    layer("@SoftSign", nodes.getLast().sample(), nodes.getLast());
  }

  private void pooling(Node x) {
    if (x.sample().size() < 3) {
      return;
    }
    String type = List.of("Max", "Avg", "Sum").get(random.nextInt(3));
    layer("@" + type + "Pool(kernel = 3, pad = 1)", x.sample(), x);
  }

  /// A part, and that part behind another node.
  private void cutAndJoin(Node x) {
    int axis = 1 + random.nextInt(x.sample().size());
    int size = x.sample().get(axis - 1);
    int begin = random.nextInt(size);
    int end = begin + 1 + random.nextInt(size - begin);
    layer(
        "@SliceAxis(axis = %d, begin = %d, end = %d)".formatted(axis, begin, end),
        with(x.sample(), axis, end - begin),
        x);
    if (random.nextBoolean()) {
      Node part = nodes.getLast();
      layer(
          "@Concat(axis = " + axis + ")", with(x.sample(), axis, size + end - begin), like(x), part);
    }
  }

  private static List<Integer> with(List<Integer> sample, int axis, int size) {
    List<Integer> changed = new ArrayList<>(sample);
    changed.set(axis - 1, size);
    return changed;
  }

  private void turn(Node x) {
    if (x.sample().size() == 3 && random.nextBoolean()) {
      List<Integer> s = x.sample();
      layer("@Transpose(axes = {0, 2, 3, 1})", List.of(s.get(1), s.get(2), s.get(0)), x);
    } else {
      layer("@Reverse(axis = 1)", x.sample(), x);
    }
  }

  private void copy(Node x) {
    int size = x.sample().getFirst();
    if (size < 4) {
      layer("@RepeatElements(repeats = 2, axis = 1)", with(x.sample(), 1, 2 * size), x);
    } else {
      layer("@SliceAxis(axis = 1, begin = 1, end = 4)", with(x.sample(), 1, 3), x);
    }
  }

  private void layer(String annotation, List<Integer> sample, Node... arguments) {
    String name = "node" + nodes.size();
    List<String> edges = new ArrayList<>();
    for (Node argument : arguments) {
      used.add(argument.name());
      String as = argument.name().equals("shared") ? "@Weight " : "";
      boolean again = edges.contains("Symbol " + argument.name());
      edges.add(
          again
              ? "@From(\"%s\") Symbol again".formatted(argument.name())
              : as + "Symbol " + argument.name());
    }
    nodes.add(
        new Node(
            name,
            "%s Symbol %s(%s);".formatted(annotation, name, String.join(", ", edges)),
            sample,
            true));
  }

  private Node any() {
    Node node = nodes.get(random.nextInt(nodes.size()));
    return node.name().equals("shared") ? nodes.getFirst() : node;
  }

  private Node like(Node x) {
    List<Node> alike =
        nodes.stream().filter(node -> node.sample().equals(x.sample())).toList();
    return alike.get(random.nextInt(alike.size()));
  }
}
