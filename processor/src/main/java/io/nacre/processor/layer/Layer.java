package io.nacre.processor.layer;

import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/// What an annotation means: its arguments, its shape and type rule, and its expansion into
/// primitives.
///
/// One small class a layer. Nacre's own are listed in [Layers]; those of libraries in the file
/// `META-INF/services/io.nacre.processor.layer.Layer` of a jar on the annotation processor path,
/// and have a public constructor without parameters. Layers know the user's words; only they report
/// problems. Gradients, memory and kernels follow from the primitives.
///
/// One instance serves all nodes of a compilation, so a layer keeps nothing between calls; what it
/// answers depends on its arguments alone. What a library's layer throws is reported as its fault.
public interface Layer {

  /// The annotation: the simple name of one of Nacre's own, `FullyConnected`; the qualified name of
  /// a library's, `com.example.layers.RMSNorm`, whose type is marked `@LayerType`.
  String annotation();

  /// What listings call the layer: the name of the annotation without its package.
  default String simpleName() {
    return annotation().substring(annotation().lastIndexOf('.') + 1);
  }

  /// The operator's arguments in MXNet's order; which there are may depend on attributes
  /// (`noBias`).
  List<Argument> arguments(Attributes attributes);

  /// The arguments of a node that has `edges` edges: more of them for an operator that takes any
  /// number (`@Concat`).
  default List<Argument> arguments(Attributes attributes, int edges) {
    return arguments(attributes);
  }

  /// MXNet's names of the outputs that there are to take edges from: `output`, or `output0`,
  /// `output1` where one operator has several.
  default List<String> outputs(Attributes attributes) {
    return List.of("output");
  }

  /// Whether the layer is a loss: its gradient starts by itself and needs no head gradient.
  default boolean isLoss(Attributes attributes) {
    return false;
  }

  /// Whether no gradient passes the layer, so that as a head it needs none either.
  default boolean blocksGradient(Attributes attributes) {
    return false;
  }

  /// Whether the layer makes or moves elements and computes nothing with them, so that they may be
  /// of any type. Other layers work on floats, unless they take whole numbers; of float16 it is
  /// given float32 numbers, and what it makes of them is rounded.
  default boolean movesElements() {
    return variable() != VariableKind.NONE;
  }

  /// Whether the layer computes with whole numbers too, in their own type: what does not fit it
  /// wraps around.
  default boolean takesWholeNumbers() {
    return false;
  }

  /// What the node is when it has no arguments and computes nothing. Variables are Nacre's own.
  default VariableKind variable() {
    return VariableKind.NONE;
  }

  /// Checks the attributes for themselves and relates the shapes and types of arguments and output,
  /// in both directions. It is called again until nothing changes, with anything still unknown; it
  /// must report the same problem only by the same call, since a node that failed is not asked
  /// again.
  void infer(Inference node);

  /// A change of the attributes, as the user would write it (`pad = 1`), that makes the output of
  /// data of shape `data` become `wanted`; empty if no attribute does. Messages offer it as a way
  /// out.
  default Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    return Optional.empty();
  }

  /// The first output as primitives, of the shape that was inferred. Called once all shapes are
  /// known and no problem was found, for the plan that trains and for the one that predicts.
  Value expand(Expansion node);

  /// All outputs, for a layer that has several.
  default List<Value> expandAll(Expansion node) {
    return List.of(expand(node));
  }
}
