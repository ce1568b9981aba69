package io.nacre.processor.mxnet;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.mxnet.SymbolFile.Entry;
import io.nacre.processor.mxnet.SymbolFile.Node;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes a model as MXNet's symbol JSON.
///
/// The graph is ours; the nodes that came from a file keep the attributes that they have there, those
/// that mean nothing to us included.
public final class SymbolExport {
  private final TypedGraph graph;
  private final Map<String, Node> imported = new HashMap<>();
  private final Map<LayerNode, Integer> places = new HashMap<>();
  private final Map<LayerNode, Integer> versions = new HashMap<>();
  private final Map<LayerNode, LayerNode> owners = new HashMap<>();
  private final Map<String, Integer> outputs = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  private SymbolExport(TypedGraph graph, Optional<SymbolFile> file) {
    this.graph = graph;
    file.ifPresent(found -> found.nodes().forEach(node -> imported.put(node.name(), node)));
    for (LayerNode node : graph.layers().nodes()) {
      node.edges().stream()
          .map(LayerEdge::node)
          .filter(LayerNode::implied)
          .forEach(variable -> owners.put(variable, node));
    }
  }

  /// A model for MXNet.
  ///
  /// @param json the file's text; empty if MXNet has no such model
  /// @param reason why not: `scan1 is @Scan, which MXNet does not have`
  public record Exported(Optional<String> json, String reason) {}

  /// @param file the file that the model was imported from
  public static Exported of(TypedGraph graph, Optional<SymbolFile> file) {
    SymbolExport export = new SymbolExport(graph, file);
    for (LayerNode node : graph.layers().nodes()) {
      if (node.layer().variable() == VariableKind.NONE && export.form(node).isEmpty()) {
        return new Exported(
            Optional.empty(),
            node.name() + " is " + node.attributes().kind() + ", which MXNet does not have");
      }
    }
    return new Exported(Optional.of(export.text(file)), "");
  }

  private Optional<ShortForm> form(LayerNode node) {
    return Operators.ofAnnotation(node.layer().annotation());
  }

  private String text(Optional<SymbolFile> file) {
    for (LayerNode node : graph.layers().nodes()) {
      places.put(node, nodes.size());
      nodes.add(node.layer().variable() == VariableKind.NONE ? operator(node) : variable(node));
    }
    List<Entry> heads = graph.layers().heads().stream().map(this::entry).toList();
    boolean numpyShapes = file.map(SymbolFile::numpyShapes).orElse(false);
    return SymbolText.of(
        new SymbolFile(nodes, heads, numpyShapes), node -> outputs.get(node.name()));
  }

  private Entry entry(LayerEdge edge) {
    return new Entry(
        places.get(edge.node()), edge.output(), versions.getOrDefault(edge.node(), 0));
  }

  private Node operator(LayerNode node) {
    Node original = imported.get(node.name());
    ShortForm form = form(node).orElseThrow();
    Map<String, String> attributes =
        original != null ? original.attributes() : attributes(node, form);
    List<Entry> inputs = new ArrayList<>();
    for (int i = 0; i < node.edges().size(); i++) {
      LayerEdge edge = node.edges().get(i);
      if (node.arguments().get(i).role() == Argument.Role.AUXILIARY) {
        versions.merge(edge.node(), 1, Integer::sum);
      }
      Entry entry = entry(edge);
      inputs.add(
          original == null
              ? entry
              : new Entry(entry.node(), entry.output(), original.inputs().get(i).version()));
    }
    int visible = node.layer().outputs(node.attributes()).size();
    outputs.put(node.name(), form.row().outputs(attributes, visible));
    return new Node(form.row().name(), node.name(), attributes, inputs);
  }

  private Map<String, String> attributes(LayerNode node, ShortForm form) {
    int rank = node.edges().isEmpty() ? 0 : dataShape(node).rank();
    Map<String, String> texts =
        form.encode(node.attributes(), Math.max(0, rank - 2), node.edges().size());
    // MXNet infers no type where an operator has the attribute
    boolean inferred = form.attributes().contains("dtype") && !texts.containsKey("dtype");
    if (inferred && graph.type(node) != DataType.FLOAT32) {
      texts.put("dtype", graph.type(node).toString());
    }
    return texts;
  }

  private Shape dataShape(LayerNode node) {
    LayerEdge data = node.edges().get(0);
    return graph.shape(data.node(), data.output());
  }

  /// What MXNet makes itself has a copy of its operator's attributes; what is declared has its shape
  /// and element type as far as they are written.
  private Node variable(LayerNode node) {
    Node original = imported.get(node.name());
    if (original != null) {
      return original;
    }
    LayerNode owner = owners.get(node);
    Map<String, String> attributes = new TreeMap<>();
    if (owner != null) {
      ShortForm form = form(owner).orElseThrow();
      attributes.putAll(attributes(owner, form));
      Node operator = new Node(form.row().name(), owner.name(), attributes, List.of());
      for (int i = 0; i < owner.edges().size(); i++) {
        if (owner.edges().get(i).node() == node) {
          Initializers.of(operator, i).ifPresent(text -> attributes.put(Initializers.KEY, text));
        }
      }
    } else {
      declared(node, attributes);
    }
    return Node.variable(node.name(), attributes);
  }

  private void declared(LayerNode node, Map<String, String> attributes) {
    Attributes written = node.attributes();
    if (written.written("value")) {
      List<Integer> sizes =
          graph.shape(node).dims().stream().map(dim -> dim.batch() ? 0 : (int) dim.size()).toList();
      attributes.put(VariableHints.SHAPE, Literal.of(sizes));
    }
    if (written.written("dtype") && !written.constant("dtype").equals("INFERRED")) {
      DataType type = graph.type(node);
      attributes.put(
          VariableHints.DTYPE, Integer.toString(VariableHints.TYPES.indexOf(type.name())));
    }
  }
}
