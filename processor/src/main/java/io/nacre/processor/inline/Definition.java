package io.nacre.processor.inline;

import io.nacre.processor.formula.Formula;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.read.BlockDeclaration;
import io.nacre.processor.read.HeadDeclaration;
import io.nacre.processor.read.HyperParameter;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import java.util.List;
import java.util.Optional;

/// What a use stands for: a block, a called model or a formula.
///
/// @param type its qualified name
/// @param name its simple name, for messages
/// @param inputs what the edges of a use are for, in order
/// @param block the block; empty for a model
/// @param heads the outputs of a model whose file lists them; else empty
/// @param spelling how the names of a model are spelt in Java
/// @param batch the batch size that a model fixes, or 0
/// @param broken whether its mistakes are reported elsewhere
record Definition(
    String type,
    String name,
    List<String> inputs,
    List<NodeDeclaration> nodes,
    Optional<BlockDeclaration> block,
    List<HeadDeclaration> heads,
    Spelling spelling,
    int batch,
    boolean broken) {

  static Definition of(BlockDeclaration block) {
    return new Definition(
        block.type(),
        block.name(),
        block.inputs(),
        block.nodes(),
        Optional.of(block),
        List.of(),
        Spelling.PLAIN,
        0,
        block.broken());
  }

  static Definition of(ModelDeclaration model) {
    List<String> inputs =
        model.nodes().stream().filter(Definition::isInput).map(NodeDeclaration::name).toList();
    return new Definition(
        model.type(),
        model.typeName(),
        inputs,
        model.nodes(),
        Optional.empty(),
        model.heads(),
        model.spelling(),
        model.batch(),
        model.broken());
  }

  /// Of a formula, whose nodes are not known yet.
  static Definition ofFormula(NodeDeclaration formula) {
    return new Definition(
        formula.layer().type(),
        "@" + formula.layer().name(),
        Formula.inputs(formula),
        List.of(),
        Optional.empty(),
        List.of(),
        Spelling.PLAIN,
        0,
        formula.broken());
  }

  private static boolean isInput(NodeDeclaration node) {
    return node.layer().layer()
        .filter(layer -> layer.variable() == VariableKind.INPUT)
        .isPresent();
  }

  /// What messages call it: `@ConvRelu`, `Encoder`.
  String kind() {
    return block.isPresent() ? "@" + name : name;
  }

  Optional<HyperParameter> setter(String node, String attribute) {
    return block.flatMap(found -> found.setter(node, attribute));
  }
}
