package io.nacre.processor.resolve;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.read.HeadDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.Spelling;
import io.nacre.processor.resolve.ModelApi.Feed;
import io.nacre.processor.resolve.ModelApi.Head;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds a model's public face. It makes the best of a model with mistakes: a misspelt edge counts
/// as the one that was probably meant, so that no head appears or vanishes by it.
public final class ModelApiBuilder {
  private ModelApiBuilder() {}

  public static ModelApi build(ModelDeclaration model) {
    Map<String, BoundNode> nodes = BoundNode.all(model);
    return new ModelApi(
        model.packageName(),
        model.typeName(),
        model.graphName(),
        model.publicModel(),
        model.batch() == 0 && nodes.values().stream().anyMatch(ModelApiBuilder::hasBatch),
        model.layers(),
        feeds(nodes.values(), model.spelling()),
        parameters(nodes.values()),
        heads(model, nodes),
        model.spelling());
  }

  private static boolean hasBatch(BoundNode node) {
    boolean batchFirst =
        node.declaration().layer().is("Input")
            || (node.layer().variable() == VariableKind.LABEL
                && node.attributes().written("value"));
    return batchFirst || node.declaration().layer().holdsBatch();
  }

  private static List<Feed> feeds(Collection<BoundNode> nodes, Spelling spelling) {
    List<Feed> inputs = new ArrayList<>();
    List<Feed> labels = new ArrayList<>();
    for (BoundNode node : nodes) {
      switch (node.layer().variable()) {
        case INPUT -> inputs.add(new Feed(node.name(), false, node.attributes().flag("gradient")));
        case LABEL -> labels.add(new Feed(node.name(), true, false));
        case NONE, PARAMETER, AUXILIARY ->
            implied(node, Argument.Role.LABEL)
                .forEach(name -> labels.add(new Feed(name, true, false)));
      }
    }
    inputs.addAll(labels);
    return withoutDuplicates(inputs).stream()
        .map(
            feed ->
                new Feed(
                    feed.name(), spelling.java(feed.name()), feed.label(), feed.gradient()))
        .toList();
  }

  private static List<Feed> withoutDuplicates(List<Feed> feeds) {
    Set<String> names = new HashSet<>();
    return feeds.stream().filter(feed -> names.add(feed.name())).toList();
  }

  private static List<String> parameters(Collection<BoundNode> nodes) {
    List<String> parameters = new ArrayList<>();
    for (BoundNode node : nodes) {
      if (node.layer().variable() == VariableKind.PARAMETER) {
        parameters.add(node.name());
      }
      parameters.addAll(implied(node, Argument.Role.PARAMETER));
    }
    return parameters.stream().distinct().toList();
  }

  private static List<String> implied(BoundNode node, Argument.Role role) {
    List<String> names = new ArrayList<>();
    for (int argument = 0; argument < node.arguments().size(); argument++) {
      if (node.implies(argument) && node.arguments().get(argument).role() == role) {
        names.add(node.impliedName(argument));
      }
    }
    return names;
  }

  private static List<Head> heads(ModelDeclaration model, Map<String, BoundNode> named) {
    if (!model.heads().isEmpty()) {
      return model.heads().stream()
          .map(head -> listed(head, Optional.ofNullable(named.get(head.node())), model.spelling()))
          .toList();
    }
    Collection<BoundNode> nodes = named.values();
    List<BoundNode> heads = nodes.stream().filter(node -> node.declaration().output()).toList();
    if (heads.isEmpty()) {
      Set<String> used = used(model);
      heads =
          nodes.stream()
              .filter(node -> !node.isVariable() && node.declaration().visible())
              .filter(node -> !used.contains(node.name()))
              .toList();
    }
    return heads.stream().flatMap(head -> outputs(head, model.spelling())).toList();
  }

  /// An output that a file lists; of a node that was refused, as far as the name tells.
  private static Head listed(
      HeadDeclaration head, Optional<BoundNode> node, Spelling spelling) {
    List<String> outputs = node.map(BoundNode::outputs).orElse(List.of("output"));
    boolean several = outputs.size() > 1 && head.output() < outputs.size();
    String name = several ? head.node() + "_" + outputs.get(head.output()) : head.node();
    boolean loss =
        node.map(bound -> bound.layer().isLoss(bound.attributes())).orElse(false);
    return new Head(name, spelling.java(name), !loss);
  }

  private static Stream<Head> outputs(BoundNode node, Spelling spelling) {
    boolean takesGradient =
        !node.layer().isLoss(node.attributes())
            && !node.layer().blocksGradient(node.attributes());
    List<String> outputs = node.outputs();
    Stream<String> names =
        outputs.size() == 1
            ? Stream.of(node.name())
            : outputs.stream().map(output -> node.name() + "_" + output);
    return names.map(name -> new Head(name, spelling.java(name), takesGradient));
  }

  /// The names of all nodes that others take, or seem to mean.
  private static Set<String> used(ModelDeclaration model) {
    return model.nodes().stream()
        .flatMap(node -> node.edges().stream())
        .flatMap(edge -> model.likelySource(edge).stream())
        .collect(Collectors.toSet());
  }
}
