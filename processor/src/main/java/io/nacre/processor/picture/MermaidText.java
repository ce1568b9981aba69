package io.nacre.processor.picture;

import io.nacre.processor.picture.Picture.Edge;
import io.nacre.processor.picture.Picture.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A picture in Mermaid's language, which GitHub draws inside Markdown. Names of nodes are numbers
/// there, since a node of its own may not be called `end`.
final class MermaidText {
  private final Picture picture;
  private final StringBuilder text = new StringBuilder();
  private int frames;

  private MermaidText(Picture picture) {
    this.picture = picture;
  }

  static String of(Picture picture) {
    return new MermaidText(picture).text();
  }

  private String text() {
    line(0, "flowchart TB");
    add(1, Frames.of(picture));
    for (Edge edge : picture.edges()) {
      line(
          1,
          "%s -- \"%s\" --> %s".formatted(id(edge.from()), escaped(edge.label()), id(edge.to())));
    }
    addColors();
    return text.toString();
  }

  private void add(int depth, Frames frame) {
    for (int node : frame.nodes()) {
      line(depth, id(node) + box(picture.nodes().get(node)));
    }
    for (Frames inner : frame.inner().values()) {
      line(depth, "subgraph b%d[\"%s\"]".formatted(++frames, escaped(inner.name())));
      add(depth + 1, inner);
      line(depth, "end");
    }
  }

  private static String box(Node node) {
    String name = escaped(node.name());
    if (node.isVariable()) {
      return "([\"" + name + "\"])";
    }
    return "[\"" + name + "<br>" + escaped(node.description()) + "\"]";
  }

  private void addColors() {
    Map<Color, List<String>> colored = new EnumMap<>(Color.class);
    List<String> heads = new ArrayList<>();
    for (int i = 0; i < picture.nodes().size(); i++) {
      Node node = picture.nodes().get(i);
      colored.computeIfAbsent(node.color(), color -> new ArrayList<>()).add(id(i));
      if (node.head()) {
        heads.add(id(i));
      }
    }
    colored.forEach(
        (color, nodes) -> {
          String name = color.name().toLowerCase(Locale.ROOT);
          line(1, "classDef %s fill:%s,stroke:#333,color:#000".formatted(name, color.code()));
          line(1, "class %s %s".formatted(String.join(",", nodes), name));
        });
    if (!heads.isEmpty()) {
      line(1, "classDef head stroke-width:3px");
      line(1, "class %s head".formatted(String.join(",", heads)));
    }
  }

  private static String id(int node) {
    return "n" + node;
  }

  /// Mermaid has entities of its own, with `#` where HTML has `&`.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              if ("#&<>\"`\\".indexOf(letter) >= 0) {
                escaped.append('#').append(letter).append(';');
              } else {
                escaped.appendCodePoint(letter);
              }
            });
    return escaped.toString();
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
