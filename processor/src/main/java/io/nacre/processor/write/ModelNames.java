package io.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.nacre.processor.ir.Origin;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.resolve.ModelApi;
import java.util.Set;

/// The names of a generated class, and what follows from whether N is symbolic.
///
/// @param declared the nodes that are methods of the model, for links in the documentation
record ModelNames(ModelApi api, ClassName model, ClassName graph, Set<String> declared) {

  static ModelNames of(ModelApi api, Set<String> declared) {
    String[] names = api.typeName().split("\\.");
    ClassName model = ClassName.get(api.packageName(), names[0]);
    for (int i = 1; i < names.length; i++) {
      model = model.nestedClass(names[i]);
    }
    return new ModelNames(
        api, model, ClassName.get(api.packageName(), api.graphName()), declared);
  }

  boolean symbolicBatch() {
    return api.symbolicBatch();
  }

  /// A node's name as the class spells it.
  String java(String node) {
    return api.spelling().java(node);
  }

  /// The resource beside the class that holds the model for MXNet.
  String jsonFile() {
    return api.jsonFile();
  }

  ClassName nested(String name) {
    return graph.nestedClass(name);
  }

  ClassName loops() {
    return nested("Loops");
  }

  ClassName vectorLoops() {
    return nested("VectorLoops");
  }

  ClassName geometry() {
    return nested("Geometry");
  }

  ClassName copies() {
    return nested("Copies");
  }

  /// A method that a worker runs: with the rows of the step if they can differ.
  MethodSpec.Builder stepMethod(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addParameter(RuntimeTypes.WORKER, "worker");
    if (symbolicBatch()) {
      method.addParameter(TypeName.INT, "n");
    }
    return method;
  }

  String stepArguments() {
    return symbolicBatch() ? "worker, n" : "worker";
  }

  /// `{@link LeNet#conv1}`, followed by MXNet's name where that is another.
  CodeBlock documentation(String node) {
    String method = java(node);
    if (!declared.contains(method)) {
      return CodeBlock.of("{@code $L}", node);
    }
    CodeBlock link = CodeBlock.of("{@link $T#$L}", model, method);
    return method.equals(node) ? link : CodeBlock.of("$L ({@code $L})", link, node);
  }

  /// `{@link LeNet#conv1}: @Conv(filters = 20, kernel = 5), N x 20 x 24 x 24.`
  CodeBlock nodeDocumentation(Origin origin, Shape shape) {
    return CodeBlock.of(
        "$L: {@code $L}, $L.\n", documentation(origin.node()), origin.description(), shape);
  }
}
