package io.nacre.processor.read;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/// The class that is written beside each model and block, since class files keep neither the order of
/// methods nor the names of parameters: `LeNet_Nodes`.
///
/// @param packageName empty for the unnamed package
/// @param typeName of the model or block, within its package, with dots if it is nested
/// @param nodes one line a node: `conv1(data)`
public record Companion(String packageName, String typeName, List<String> nodes) {
  public Companion {
    nodes = List.copyOf(nodes);
  }

  /// The companion of a model or block in source.
  public static Companion of(TypeElement type, Elements elements) {
    TypeElement body = BlockBodies.of(type).orElse(type);
    List<String> nodes =
        ElementFilter.methodsIn(body.getEnclosedElements()).stream()
            .filter(NodeReader::isAbstract)
            .map(
                method ->
                    method.getParameters().stream()
                        .map(VariableElement::getSimpleName)
                        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")")))
            .toList();
    return new Companion(
        elements.getPackageOf(type).getQualifiedName().toString(), typeName(type), nodes);
  }

  /// The name of the companion within the package of its type.
  public String simpleName() {
    return typeName.replace('.', '_') + "_Nodes";
  }

  /// The name of a type within its package: `Outer.LeNet`.
  static String typeName(TypeElement type) {
    String name = type.getSimpleName().toString();
    return type.getEnclosingElement() instanceof TypeElement outer
        ? typeName(outer) + "." + name
        : name;
  }
}
