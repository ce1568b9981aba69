package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.resolve.ModelApi;
import java.util.List;

/// What stands behind the public members of a generated class.
interface Body {

  /// Private fields of the class.
  void addFields(TypeSpec.Builder type);

  MethodSpec constructor();

  /// The given statements, or what takes their place.
  CodeBlock statements(String format, Object... arguments);

  CodeBlock forward(List<ModelApi.Feed> feeds);

  CodeBlock infer(List<ModelApi.Feed> inputs);

  CodeBlock backward(List<ModelApi.Head> headGradients);

  CodeBlock inputGradient(String feed);

  /// Fields and constructor of the class `Heads`.
  void addHeadFields(TypeSpec.Builder heads);

  CodeBlock head(String name);

  /// What gives the model for MXNet.
  CodeBlock json();

  /// The nested classes that do the work.
  void addNested(TypeSpec.Builder type);
}
