package io.nacre.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.CompiledModel;
import io.nacre.processor.resolve.ModelApi;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/// The nested types that stand for what a user feeds: `Data`, `OutLabel`, so that arguments cannot be
/// swapped.
final class RoleTypes {
  private static final List<TypeName> SOURCES =
      List.of(
          ArrayTypeName.of(TypeName.FLOAT),
          ArrayTypeName.of(TypeName.DOUBLE),
          ArrayTypeName.of(TypeName.INT),
          ArrayTypeName.of(TypeName.LONG),
          ArrayTypeName.of(TypeName.BYTE),
          RuntimeTypes.TENSOR);

  private final ModelNames names;
  private final Optional<ModelFacts> facts;

  RoleTypes(ModelNames names, Optional<CompiledModel> model) {
    this.names = names;
    this.facts = model.map(ModelFacts::new);
  }

  TypeSpec feed(ModelApi.Feed feed) {
    String what = feed.label() ? "The label" : "The input";
    return type(feed.roleType(), feed.name(), feed.java(), what);
  }

  TypeSpec headGradient(ModelApi.Head head) {
    return type(
        head.gradientType(), head.name(), "gradient of " + head.java(), "The gradient of the head");
  }

  private TypeSpec type(String role, String node, String shownName, String what) {
    ClassName type = names.nested(role);
    String described =
        facts.flatMap(known -> known.describe(node)).map(text -> ": " + text).orElse("");
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(type)
            .superclass(RuntimeTypes.FEED)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("$L {@code $L}$L.\n", what, node, described)
            .addField(
                FieldSpec.builder(
                        RuntimeTypes.SHAPE,
                        "SHAPE",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer(
                        facts
                            .flatMap(known -> known.shape(node))
                            .map(Shapes::of)
                            .orElse(CodeBlock.of("null")))
                    .build());
    builder.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Object.class, "values")
            .addStatement("super($S, SHAPE, values)", shownName)
            .build());
    for (TypeName source : SOURCES) {
      builder.addMethod(
          MethodSpec.methodBuilder("of")
              .addJavadoc(
                  "Feeds {@code values}, in row-major order; they are copied when they are used.\n")
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
              .returns(type)
              .addParameter(source, "values")
              .addStatement("return new $T(values)", type)
              .build());
    }
    return builder.build();
  }
}
