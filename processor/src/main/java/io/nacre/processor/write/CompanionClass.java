package io.nacre.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.read.Companion;

/// Writes the class that keeps the names and the order of a model's or block's nodes. It has no
/// members and is never loaded.
public final class CompanionClass {
  private CompanionClass() {}

  /// The source text of the class.
  public static String write(Companion companion) {
    AnnotationSpec.Builder names =
        AnnotationSpec.builder(ClassName.get("io.nacre.annotations", "NodeNames"));
    companion.nodes().forEach(node -> names.addMember("value", "$S", node));
    if (companion.nodes().isEmpty()) {
      names.addMember("value", "{}");
    }
    TypeSpec type =
        TypeSpec.interfaceBuilder(companion.simpleName())
            .addAnnotation(GraphClass.generated())
            .addAnnotation(names.build())
            .build();
    JavaFile file =
        JavaFile.builder(companion.packageName(), type)
            .addFileComment("Written by Nacre from $L. Changes will be lost.", companion.typeName())
            .build();
    return SourceLayout.of(file.toString());
  }
}
