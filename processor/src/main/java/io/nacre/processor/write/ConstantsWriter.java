package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.CompiledModel;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.plan.Cost;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/// Writes what is known of a model before it is bound: `SPEC`, and how much it takes. A wrong model's
/// class has the same members.
final class ConstantsWriter {
  private final ModelNames names;
  private final Optional<CompiledModel> model;

  ConstantsWriter(ModelNames names, Optional<CompiledModel> model) {
    this.names = names;
    this.model = model;
  }

  void addTo(TypeSpec.Builder type) {
    type.addField(
        constant(TypeName.LONG, "PARAMETERS")
            .addJavadoc("How many numbers are trained.\n")
            .initializer("$LL", model.map(ConstantsWriter::parameterCount).orElse(0L))
            .build());
    type.addField(
        constant(RuntimeTypes.GRAPH_SPEC, "SPEC")
            .addJavadoc("Names, shapes and types of all nodes, and what they take.\n")
            .initializer(model.isPresent() ? "specification()" : "null")
            .build());
    type.addMethod(
        cost(
            "trainingBytes",
            "Bytes of weights, gradients, states and work memory that training takes",
            CompiledModel::trainingBytes));
    type.addMethod(
        cost(
            "inferenceBytes",
            "Bytes of weights, states and work memory that prediction takes",
            CompiledModel::inferenceBytes));
    type.addMethod(
        cost(
            "trainingFlops",
            "Floating-point operations of one forward and backward pass",
            CompiledModel::trainingFlops));
    type.addMethod(
        cost(
            "inferenceFlops",
            "Floating-point operations of one prediction",
            CompiledModel::inferenceFlops));
    model.ifPresent(right -> new SpecWriter(right).addTo(type, names.api().typeName()));
  }

  private static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
  }

  private static long parameterCount(CompiledModel model) {
    return model.typed().layers().variables(VariableKind.PARAMETER).stream()
        .mapToLong(node -> model.typed().shape(node).size().size())
        .sum();
  }

  private MethodSpec cost(String name, String what, Function<CompiledModel, Cost> cost) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(TypeName.LONG)
            .addJavadoc(names.symbolicBatch() ? what + "\nwith {@code n} samples" : what)
            .addJavadoc(model.map(cost).map(known -> ": " + text(known)).orElse("") + ".\n");
    if (names.symbolicBatch()) {
      method.addParameter(TypeName.INT, "n");
    }
    CodeBlock body =
        model.isPresent()
            ? CodeBlock.of("return SPEC.$L($L);\n", name, names.symbolicBatch() ? "n" : "1")
            : new WrongBody(names.api().typeName()).statements("");
    return method.addCode(body).build();
  }

  /// `141,440 n + 3,449,360`
  private static String text(Cost cost) {
    String constant = String.format(Locale.ROOT, "%,d", cost.constant());
    if (cost.perSample() == 0) {
      return constant;
    }
    String perSample = String.format(Locale.ROOT, "%,d n", cost.perSample());
    return cost.constant() == 0 ? perSample : perSample + " + " + constant;
  }
}
