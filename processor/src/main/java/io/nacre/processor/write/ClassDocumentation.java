package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.nacre.processor.CompiledModel;
import java.util.Optional;

/// The documentation of the generated class and its members.
final class ClassDocumentation {
  private final ModelNames names;
  private final Optional<CompiledModel> model;
  private final Optional<ModelFacts> facts;

  ClassDocumentation(ModelNames names, Optional<CompiledModel> model) {
    this.names = names;
    this.model = model;
    this.facts = model.map(ModelFacts::new);
  }

  CodeBlock text() {
    CodeBlock.Builder text =
        CodeBlock.builder().add("{@link $T}, ready to run.\n", names.model());
    if (facts.isEmpty()) {
      text.add("\n<p>The model has errors, so every method throws.\n");
    }
    model.ifPresent(right -> text.add("\n$L", LayerTable.of(right)));
    return text.build();
  }

  /// `{@link LeNet#out}: N x 10, float32.`
  CodeBlock node(String name) {
    String described =
        facts.flatMap(known -> known.describe(name)).map(text -> ": " + text).orElse("");
    return CodeBlock.of("$L$L.\n", names.documentation(name), described);
  }
}
