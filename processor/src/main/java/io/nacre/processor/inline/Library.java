package io.nacre.processor.inline;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.read.BlockDeclaration;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.read.ModelDeclaration;
import java.util.Optional;

/// The blocks and models that a model may be made of.
public interface Library {

  /// The block of an annotation type, by its qualified name; empty if the type is no block.
  Optional<BlockDeclaration> block(String type);

  /// A model by its qualified name; empty if there is no such type, or it is no model.
  Optional<ModelDeclaration> model(String type);

  /// What is wrong with a block or model that does not stand in the source, so that it must be said
  /// where it is used; empty for a right one, and for one whose mistakes are reported in its source.
  Optional<Problem> fault(String type);

  /// Makes the annotations of layers that a formula stands for.
  LayerAnnotations annotations();
}
