package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.resolve.ModelApi;
import java.util.List;
import javax.lang.model.element.Modifier;

/// The bodies of a model with errors: they throw.
record WrongBody(String model) implements Body {

  @Override
  public void addFields(TypeSpec.Builder type) {
    // nothing is run
  }

  @Override
  public MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addStatement("super(null, null, 0, null)")
        .build();
  }

  @Override
  public CodeBlock statements(String format, Object... arguments) {
    return CodeBlock.builder()
        .addStatement(
            "throw new $T($S)",
            IllegalStateException.class,
            model + " has errors, which the compiler has listed")
        .build();
  }

  @Override
  public CodeBlock forward(List<ModelApi.Feed> feeds) {
    return statements("");
  }

  @Override
  public CodeBlock infer(List<ModelApi.Feed> inputs) {
    return statements("");
  }

  @Override
  public CodeBlock backward(List<ModelApi.Head> headGradients) {
    return statements("");
  }

  @Override
  public CodeBlock inputGradient(String feed) {
    return statements("");
  }

  @Override
  public void addHeadFields(TypeSpec.Builder heads) {
    heads.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }

  @Override
  public CodeBlock head(String name) {
    return statements("");
  }

  @Override
  public CodeBlock json() {
    return statements("");
  }

  @Override
  public void addNested(TypeSpec.Builder type) {
    // nothing is known
  }
}
