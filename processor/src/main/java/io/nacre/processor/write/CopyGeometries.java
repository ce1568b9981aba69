package io.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.lower.Call.CopyArgument;
import io.nacre.processor.lower.Call.PartArgument;
import io.nacre.processor.lower.Call.TransposeArgument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// The copies of a model as constants, one for each that differs: which element goes where.
///
/// A long unrolled sequence has hundreds, so there are several classes if need be: what a class
/// initializes is one method of limited length.
final class CopyGeometries {
  private static final int MOST_IN_A_CLASS = 200;

  private final ModelNames model;
  private final Map<CopyArgument, CodeBlock> constants = new LinkedHashMap<>();
  private final List<TypeSpec.Builder> classes = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  CopyGeometries(ModelNames model) {
    this.model = model;
  }

  /// The constant: `Copies.TRANSPOSE_Nx6_BY_1_0`.
  CodeBlock constant(CopyArgument copy) {
    CodeBlock known = constants.get(copy);
    if (known == null) {
      known = add(copy);
      constants.put(copy, known);
    }
    return known;
  }

  /// The nested classes that hold the constants.
  List<TypeSpec> write() {
    return classes.stream().map(TypeSpec.Builder::build).toList();
  }

  private CodeBlock add(CopyArgument copy) {
    int number = constants.size() / MOST_IN_A_CLASS;
    ClassName holder = number == 0 ? model.copies() : model.nested("Copies$" + (number + 1));
    if (number == classes.size()) {
      classes.add(
          TypeSpec.classBuilder(holder)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc("Which element goes where in a copy.\n"));
    }
    FieldSpec field =
        switch (copy) {
          case TransposeArgument transpose -> transpose(transpose);
          case PartArgument part -> part(part);
        };
    classes.get(number).addField(field);
    return CodeBlock.of("$T.$L", holder, field.name());
  }

  private FieldSpec transpose(TransposeArgument transpose) {
    String order =
        transpose.permutation().stream().map(String::valueOf).collect(Collectors.joining("_"));
    return field(
        "TRANSPOSE_" + by(transpose.shape()) + "_BY_" + order,
        CodeBlock.of(
            "$T.transpose($L,$W$L)",
            RuntimeTypes.COPY_GEOMETRY,
            Shapes.of(transpose.shape()),
            ints(transpose.permutation())));
  }

  private FieldSpec part(PartArgument part) {
    Shape size = new Shape(part.ranges().stream().map(Range::size).toList());
    String link = part.putIn() ? "_INTO_" : "_OF_";
    return field(
        (part.putIn() ? "PUT_" : "SLICE_") + by(size) + link + by(part.shape()),
        CodeBlock.of(
            "$T.$L($L,$W$L,$W$L,$W$L)",
            RuntimeTypes.COPY_GEOMETRY,
            part.putIn() ? "place" : "slice",
            Shapes.of(part.shape()),
            ints(part.ranges(), Range::from),
            Shapes.of(size),
            ints(part.ranges(), Range::step)));
  }

  private FieldSpec field(String base, CodeBlock value) {
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + "_" + number;
    }
    return FieldSpec.builder(RuntimeTypes.COPY_GEOMETRY, name, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private static String by(Shape shape) {
    return shape.dims().stream().map(Dim::toString).collect(Collectors.joining("x"));
  }

  private static CodeBlock ints(List<Integer> values) {
    return ints(values, Integer::longValue);
  }

  private static <T> CodeBlock ints(List<T> values, ToLongFunction<T> number) {
    return CodeBlock.of(
        "new int[] {$L}",
        values.stream()
            .map(value -> Long.toString(number.applyAsLong(value)))
            .collect(Collectors.joining(", ")));
  }
}
