package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The layers of a model as text, one a line: `conv1 Conv float32 N,20,24,24 data conv1_weight`.
///
/// The runtime reads it when it is asked for layers. A call for each layer would cost javac, and the
/// start of each program, more than the rest of what the runtime is told.
final class LayerText {
  /// A constant of a class file has at most 65,535 bytes.
  private static final int MOST_IN_A_CONSTANT = 30_000;

  private LayerText() {}

  /// The text, in as many literals as it takes.
  static List<CodeBlock> of(TypedGraph graph) {
    List<CodeBlock> literals = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (LayerNode node : graph.layers().nodes()) {
      if (node.layer().variable() == VariableKind.NONE) {
        String line = line(node, graph) + "\n";
        if (lines.length() + line.length() > MOST_IN_A_CONSTANT) {
          addBlock(literals, lines);
        }
        if (line.length() > MOST_IN_A_CONSTANT) {
          addPieces(literals, line);
        } else {
          lines.append(line);
        }
      }
    }
    addBlock(literals, lines);
    return literals;
  }

  private static void addBlock(List<CodeBlock> literals, StringBuilder lines) {
    if (!lines.isEmpty()) {
      literals.add(CodeBlock.of("\n$L", "\"\"\"\n" + lines + "\"\"\""));
      lines.setLength(0);
    }
  }

  private static void addPieces(List<CodeBlock> literals, String line) {
    for (int from = 0; from < line.length(); from += MOST_IN_A_CONSTANT) {
      int to = Math.min(from + MOST_IN_A_CONSTANT, line.length());
      literals.add(CodeBlock.of("$S", line.substring(from, to)));
    }
  }

  private static String line(LayerNode node, TypedGraph graph) {
    List<Shape> shapes = graph.shapes().get(node);
    List<String> words = new ArrayList<>();
    words.add(name(node.name()));
    words.add(name(node.layer().simpleName()));
    words.add(graph.type(node).toString());
    if (shapes.size() == 1) {
      words.add(shape(shapes.getFirst()));
    } else {
      List<String> outputs = new ArrayList<>();
      for (int i = 0; i < shapes.size(); i++) {
        String output = new LayerEdge(node, i, node.place()).outputName();
        outputs.add(name(output) + ":" + shape(shapes.get(i)));
      }
      words.add(String.join(";", outputs));
    }
    node.edges().forEach(edge -> words.add(name(edge.headName())));
    return String.join(" ", words);
  }

  private static String shape(Shape shape) {
    return shape.dims().isEmpty()
        ? "-"
        : shape.dims().stream().map(LayerText::dim).collect(Collectors.joining(","));
  }

  private static String dim(Dim dim) {
    if (!dim.batch()) {
      return Long.toString(dim.size());
    }
    return dim.size() == 1 ? "N" : dim.size() + "N";
  }

  /// As in a URL; a line that began with `*` would look like a comment's.
  private static String name(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
  }
}
