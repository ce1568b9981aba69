package io.nacre.processor.picture;

import io.nacre.processor.picture.Picture.Edge;
import io.nacre.processor.picture.Picture.Node;

/// A picture in Graphviz's language.
final class DotText {
  private final Picture picture;
  private final StringBuilder text = new StringBuilder();
  private int frames;

  private DotText(Picture picture) {
    this.picture = picture;
  }

  static String of(Picture picture) {
    return new DotText(picture).text();
  }

  private String text() {
    line(0, "digraph " + quoted(picture.model()) + " {");
    line(1, "node [fontname=Helvetica, fontsize=11, style=filled];");
    line(1, "edge [fontname=Helvetica, fontsize=9];");
    add(1, Frames.of(picture));
    for (Edge edge : picture.edges()) {
      line(
          1,
          "%s -> %s [label=%s];"
              .formatted(id(edge.from()), id(edge.to()), quoted(edge.label())));
    }
    line(0, "}");
    return text.toString();
  }

  private void add(int depth, Frames frame) {
    for (int node : frame.nodes()) {
      line(depth, id(node) + attributes(picture.nodes().get(node)) + ";");
    }
    for (Frames inner : frame.inner().values()) {
      line(depth, "subgraph cluster" + ++frames + " {");
      line(depth + 1, "label=" + quoted(inner.name()) + ";");
      add(depth + 1, inner);
      line(depth, "}");
    }
  }

  private static String attributes(Node node) {
    String label = node.name() + (node.description().isEmpty() ? "" : "\n" + node.description());
    return " [label=%s, shape=%s, fillcolor=\"%s\"%s]"
        .formatted(
            quoted(label),
            node.isVariable() ? "ellipse" : "box",
            node.color().code(),
            node.head() ? ", penwidth=2" : "");
  }

  private String id(int node) {
    return quoted(picture.nodes().get(node).name());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
