package io.nacre.processor.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/// The methods of a type in the order of its source, with the names of their parameters.
///
/// A type in source has them itself; for one from a class file they stand in its [Companion].
final class NodeMethods {
  private final Elements elements;
  private final Sources sources;

  NodeMethods(Elements elements, Sources sources) {
    this.elements = elements;
    this.sources = sources;
  }

  /// A method with the names of its parameters.
  record Named(ExecutableElement method, List<String> parameters) {
    String name() {
      return method.getSimpleName().toString();
    }
  }

  /// The methods that a type declares itself.
  ///
  /// @param known whether the names of their parameters are those of the source: not if the type comes
  ///     from a class file that was compiled without Nacre
  record Methods(List<Named> named, boolean known) {}

  Methods of(TypeElement type) {
    List<Named> own =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .map(NodeMethods::asDeclared)
            .toList();
    if (sources.hold(type) || own.stream().noneMatch(NodeMethods::isNode)) {
      return new Methods(own, true);
    }
    Optional<List<String>> lines = companion(type);
    Optional<List<Named>> restored = lines.flatMap(names -> restored(own, names));
    return restored
        .map(named -> new Methods(named, true))
        .orElseGet(() -> new Methods(own, lines.isEmpty() && keepNames(own)));
  }

  private static boolean isNode(Named named) {
    return NodeReader.isAbstract(named.method())
        && SymbolType.of(named.method().getReturnType()) == SymbolType.SYMBOL;
  }

  private static Named asDeclared(ExecutableElement method) {
    return new Named(
        method,
        method.getParameters().stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .toList());
  }

  /// Where names are lost, all compilers call parameters `arg0`, `arg1` and so on. (A type on the
  /// source path has them, and is no root of the compilation.)
  private static boolean keepNames(List<Named> methods) {
    return methods.stream()
        .noneMatch(named -> named.parameters().stream().findFirst().equals(Optional.of("arg0")));
  }

  private Optional<List<String>> companion(TypeElement type) {
    TypeElement owner = BlockBodies.owner(type);
    Companion written = Companion.of(owner, elements);
    String name =
        (written.packageName().isEmpty() ? "" : written.packageName() + ".") + written.simpleName();
    ModuleElement module = elements.getModuleOf(owner);
    TypeElement companion =
        module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    return Optional.ofNullable(companion)
        .flatMap(found -> new Annotations(elements).find(found, "NodeNames"))
        .map(use -> use.attributes().get("value").value())
        .filter(value -> value instanceof List<?>)
        .map(value -> ((List<?>) value).stream().map(String::valueOf).toList());
  }

  /// The methods in the order of the lines; empty if they are not the same methods.
  private static Optional<List<Named>> restored(List<Named> own, List<String> lines) {
    Map<String, ExecutableElement> byName = new HashMap<>();
    List<Named> restored = new ArrayList<>();
    for (Named named : own) {
      if (NodeReader.isAbstract(named.method())) {
        byName.put(named.name(), named.method());
      } else {
        restored.add(named);
      }
    }
    for (String line : lines) {
      int open = line.indexOf('(');
      String inner = open < 0 ? "" : line.substring(open + 1, line.length() - 1);
      List<String> names =
          inner.isEmpty() ? List.of() : Arrays.asList(inner.split(", "));
      ExecutableElement method = open < 0 ? null : byName.remove(line.substring(0, open));
      if (method == null || method.getParameters().size() != names.size()) {
        return Optional.empty();
      }
      restored.add(new Named(method, names));
    }
    return byName.isEmpty() ? Optional.of(List.copyOf(restored)) : Optional.empty();
  }
}
