package io.nacre.processor.layer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// One node while shapes and types are inferred: what its layer may see and say.
public interface Inference {
  String name();

  Attributes attributes();

  /// The names of the arguments that the node has, in the operator's order.
  List<String> arguments();

  /// The dimension that a number in an attribute means: itself, or for a multiple of `BATCH` so
  /// many N, or so many times the number that the model fixes N to.
  Dim dim(int number);

  /// What is known of the shape of an argument; unknown for one that the node does not have.
  PartialShape shape(String argument);

  /// What is known of the shape of the output, the first if there are several.
  default PartialShape output() {
    return output(0);
  }

  /// What is known of the shape of one of several outputs.
  PartialShape output(int index);

  /// Adds knowledge about an argument's shape. A contradiction is reported with `id` at the edge
  /// (or at the variable's declaration if it has a declared shape), unless the layer finds better
  /// words before.
  void shape(String argument, PartialShape shape, ProblemId id);

  /// The same, with the reason for the shape, in words that follow a colon: `its input flat has
  /// 1024 features`.
  void shape(String argument, PartialShape shape, ProblemId id, String reason);

  /// Adds knowledge about the output's shape, the first if there are several.
  default void output(PartialShape shape) {
    output(0, shape);
  }

  /// Adds knowledge about the shape of one of several outputs.
  void output(int index, PartialShape shape);

  /// Declares that all arguments and outputs have one element type, but for those of which
  /// [#type(String, TypeRule)] says otherwise.
  void sameType();

  /// Says how the element type of one argument follows from that of the layer.
  void type(String argument, TypeRule rule);

  /// Fixes the element type of the outputs.
  void type(DataType type);

  /// The name of the node behind an argument: `pool1`.
  String source(String argument);

  /// Where an attribute's value stands; the annotation if it was not written.
  Place attribute(String name);

  /// Where an argument's edge stands; the node if the argument is implied.
  Place edge(String argument);

  /// Reports that the shapes of two arguments differ, which must be equal but for the size of the
  /// axis `free`; -1 for none. The way out is found in the layers that make them.
  void mismatch(String argument, String other, int free);

  /// Reports a problem of this node, which then counts as failed: it and what depends on it stay
  /// silent from here on.
  ///
  /// @param fact what is wrong, with both numbers; the node's name is put before it
  /// @param hint the way out, with numbers that work
  void problem(ProblemId id, Place place, String fact, String hint);
}
