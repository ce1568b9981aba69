package io.nacre.processor.operator;

import io.nacre.processor.ir.Custom;
import io.nacre.processor.ir.DataType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An annotation type marked `@Operator`.
///
/// @param type its qualified name
/// @param name its simple name
/// @param kernel the class with its methods
/// @param attributes its elements, in order
/// @param methods the names of the kernel's methods, for each element type
public record CustomOperator(
    String type,
    String name,
    Signature signature,
    boolean loss,
    Custom.KernelClass kernel,
    List<Attribute> attributes,
    Map<DataType, Set<String>> methods) {

  /// @param type `int`, `double`, `boolean` or `String`
  public record Attribute(String name, String type) {}

  public CustomOperator {
    attributes = List.copyOf(attributes);
    methods = Map.copyOf(methods);
  }

  /// The method that adds an input's gradient: `backward`, or `backwardData` of several inputs.
  public String backward(String input) {
    return signature.inputs().size() == 1
        ? "backward"
        : "backward" + Character.toUpperCase(input.charAt(0)) + input.substring(1);
  }

  public boolean has(String method, DataType type) {
    return methods.getOrDefault(type, Set.of()).contains(method);
  }

  /// Whether the kernel has the method for any type.
  public boolean has(String method) {
    return methods.values().stream().anyMatch(names -> names.contains(method));
  }

  /// The methods that the kernel has for other types, but not for this one.
  public List<String> missing(DataType type) {
    return methods.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .filter(method -> !has(method, type))
        .sorted()
        .toList();
  }
}
