package io.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.ir.Filters;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.ir.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// The sizes of convolutions and poolings as constants, one for each that differs.
final class Geometries {

  /// A pooling's sizes, without its input.
  private record PoolSizes(
      Pool.Kind kind, int channels, Window window, boolean countIncludePad, int p) {}

  private final Map<Object, FieldSpec> constants = new LinkedHashMap<>();

  String name(Filters filters) {
    return constants.computeIfAbsent(filters, key -> convolution(filters)).name();
  }

  String name(Pool pool) {
    PoolSizes sizes =
        new PoolSizes(
            pool.kind(), pool.channels(), pool.window(), pool.countIncludePad(), pool.p());
    return constants.computeIfAbsent(sizes, key -> pooling(sizes)).name();
  }

  boolean isEmpty() {
    return constants.isEmpty();
  }

  /// The nested class that holds the constants.
  TypeSpec write(ClassName name) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The sizes of convolutions and poolings.\n");
    constants.values().forEach(type::addField);
    return type.build();
  }

  private FieldSpec convolution(Filters filters) {
    Window window = filters.window();
    String name = "CONV_" + filters.channels() + "x" + sizes(window) + "_TO_" + filters.filters();
    return constant(
        name,
        RuntimeTypes.CONVOLUTION_GEOMETRY,
        CodeBlock.of(
            "$T.of($L, $L, $L,$W$L,$W$L,$W$L,$W$L,$W$L)",
            RuntimeTypes.CONVOLUTION_GEOMETRY,
            filters.channels(),
            filters.filters(),
            filters.groups(),
            ints(window.input()),
            ints(window.kernel()),
            ints(window.stride()),
            ints(window.pad()),
            ints(window.dilate())));
  }

  private FieldSpec pooling(PoolSizes pool) {
    Window window = pool.window();
    String name = "POOL_" + pool.kind() + "_" + pool.channels() + "x" + sizes(window);
    return constant(
        name,
        RuntimeTypes.POOLING_GEOMETRY,
        CodeBlock.of(
            "$T.of($T.$L, $L,$W$L,$W$L,$W$L,$W$L,$W$L, $L, $L)",
            RuntimeTypes.POOLING_GEOMETRY,
            RuntimeTypes.POOLING_TYPE,
            pool.kind(),
            pool.channels(),
            ints(window.input()),
            ints(window.kernel()),
            ints(window.stride()),
            ints(window.pad()),
            window.full(),
            pool.countIncludePad(),
            pool.p()));
  }

  private FieldSpec constant(String base, ClassName type, CodeBlock value) {
    String name = base;
    for (int number = 2; isTaken(name); number++) {
      name = base + "_" + number;
    }
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private boolean isTaken(String name) {
    return constants.values().stream().anyMatch(field -> field.name().equals(name));
  }

  private static String sizes(Window window) {
    return by(window.input()) + "_BY_" + by(window.kernel());
  }

  private static String by(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  private static CodeBlock ints(List<Integer> values) {
    return CodeBlock.of(
        "new int[] {$L}", values.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }
}
