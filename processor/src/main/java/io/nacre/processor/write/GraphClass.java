package io.nacre.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.CompiledModel;
import io.nacre.processor.resolve.ModelApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// Writes the class of a model.
///
/// Its public members follow from [ModelApi] alone. For a model with errors they are all there, with
/// bodies that throw, so that code which uses the class has no errors of its own.
public final class GraphClass {
  private final ModelApi api;
  private final Optional<CompiledModel> model;
  private final boolean vector;
  private final ModelNames names;
  private final ClassDocumentation documentation;

  private GraphClass(
      ModelApi api, Optional<CompiledModel> model, Set<String> declared, boolean vector) {
    this.api = api;
    this.model = model;
    this.vector = vector;
    this.names = ModelNames.of(api, declared);
    this.documentation = new ClassDocumentation(names, model);
  }

  /// The source text of the class.
  ///
  /// @param model what the class does; empty for a model with errors
  /// @param declared the nodes that are methods of the model
  /// @param vector whether to write vector code beside the scalar code
  public static String write(
      ModelApi api, Optional<CompiledModel> model, Set<String> declared, boolean vector) {
    TypeSpec type = new GraphClass(api, model, declared, vector).type().build();
    JavaFile file =
        JavaFile.builder(api.packageName(), type)
            .addFileComment("Written by Nacre from $L. Changes will be lost.", api.typeName())
            .build();
    return SourceLayout.of(file.toString());
  }

  private TypeSpec.Builder type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(names.graph())
            .superclass(RuntimeTypes.COMPILED_GRAPH)
            .addModifiers(Modifier.FINAL)
            .addAnnotation(generated())
            .addJavadoc(documentation.text());
    if (api.publicModel()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    Body body = model.<Body>map(right -> new RightBody(right, names, vector)).orElseGet(this::wrong);
    new ConstantsWriter(names, model).addTo(type);
    body.addFields(type);
    type.addMethod(body.constructor());
    addBind(type, body);
    type.addMethod(forward(body));
    if (api.trains()) {
      type.addMethod(backward(body));
    }
    type.addMethod(infer(body));
    type.addMethod(parameters(body));
    type.addMethod(json(body));
    if (api.layers()) {
      type.addMethod(layers(body));
    }
    for (ModelApi.Feed feed : api.feeds()) {
      if (feed.gradient()) {
        type.addMethod(inputGradient(feed, body));
      }
    }
    RoleTypes roles = new RoleTypes(names, model);
    Map<String, TypeSpec> nested = new LinkedHashMap<>();
    api.feeds().forEach(feed -> nested.putIfAbsent(feed.roleType(), roles.feed(feed)));
    api.headGradients()
        .forEach(head -> nested.putIfAbsent(head.gradientType(), roles.headGradient(head)));
    nested.values().forEach(type::addType);
    type.addType(heads(body));
    type.addType(parameterSet());
    body.addNested(type);
    return type;
  }

  private Body wrong() {
    return new WrongBody(api.typeName());
  }

  static AnnotationSpec generated() {
    return AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
        .addMember("value", "$S", "io.nacre.processor.NacreProcessor")
        .build();
  }

  private void addBind(TypeSpec.Builder type, Body body) {
    MethodSpec.Builder bind =
        MethodSpec.methodBuilder("bind")
            .addJavadoc("Allocates everything")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(names.graph())
            .addParameter(RuntimeTypes.DEVICE, "device");
    MethodSpec.Builder sharing =
        MethodSpec.methodBuilder("bindSharing")
            .addModifiers(Modifier.PUBLIC)
            .returns(names.graph());
    String batch = model.map(right -> String.valueOf(right.fixedBatch())).orElse("1");
    if (names.symbolicBatch()) {
      bind.addParameter(TypeName.INT, "batch").addJavadoc(" for at most {@code batch} samples");
      sharing.addParameter(TypeName.INT, "batch");
      sharing.addJavadoc(
          "Binds the model once more, for at most {@code batch} samples, with the same weights.\n");
      batch = "batch";
    } else {
      sharing.addJavadoc("Binds the model once more, with the same weights.\n");
    }
    bind.addJavadoc(" on a device; all weights are 0.\n");
    type.addMethod(
        bind.addCode(body.statements("return new $T(device, $L, null);\n", names.graph(), batch))
            .build());
    type.addMethod(
        sharing
            .addCode(body.statements("return new $T(device(), $L, this);\n", names.graph(), batch))
            .build());
  }

  private MethodSpec forward(Body body) {
    return MethodSpec.methodBuilder("forward")
        .addJavadoc(
            "Computes the heads, as training sees them.\n\n"
                + "@return views of the heads, valid until the next call\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(names.nested("Heads"))
        .addParameters(api.feeds().stream().map(this::parameter).toList())
        .addCode(body.forward(api.feeds()))
        .build();
  }

  private MethodSpec infer(Body body) {
    List<ModelApi.Feed> inputs = api.feeds().stream().filter(feed -> !feed.label()).toList();
    return MethodSpec.methodBuilder("infer")
        .addJavadoc(
            "Computes the heads as a prediction.\n\n"
                + "@return views of the heads, valid until the next call\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(names.nested("Heads"))
        .addParameters(inputs.stream().map(this::parameter).toList())
        .addCode(body.infer(inputs))
        .build();
  }

  private ParameterSpec parameter(ModelApi.Feed feed) {
    return ParameterSpec.builder(names.nested(feed.roleType()), feed.java()).build();
  }

  private MethodSpec backward(Body body) {
    List<ParameterSpec> gradients =
        api.headGradients().stream()
            .map(
                head ->
                    ParameterSpec.builder(
                            names.nested(head.gradientType()), head.java() + "Gradient")
                        .build())
            .toList();
    return MethodSpec.methodBuilder("backward")
        .addJavadoc(
            "Computes all gradients of the last {@code forward}.\n\n"
                + "@throws IllegalStateException if there was none since the last {@code backward}\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameters(gradients)
        .addCode(body.backward(api.headGradients()))
        .build();
  }

  private MethodSpec parameters(Body body) {
    return MethodSpec.methodBuilder("parameters")
        .addJavadoc("The weights and their gradients by name.\n")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(names.nested("Parameters"))
        .addCode(body.statements("return new Parameters(this);\n"))
        .build();
  }

  private static MethodSpec layers(Body body) {
    return MethodSpec.methodBuilder("layers")
        .addJavadoc("What each layer computed in the last {@code forward}.\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(RuntimeTypes.LAYER_VALUES)
        .addCode(body.statements("return layerValues;\n"))
        .build();
  }

  private static MethodSpec json(Body body) {
    return MethodSpec.methodBuilder("toJson")
        .addJavadoc("The network as a symbol file of Apache MXNet 1.9.1.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(String.class)
        .addCode(body.json())
        .build();
  }

  private MethodSpec inputGradient(ModelApi.Feed feed, Body body) {
    return MethodSpec.methodBuilder(feed.java() + "Gradient")
        .addJavadoc("The gradient of {@code $L}, a view valid until the next call.\n", feed.name())
        .addModifiers(Modifier.PUBLIC)
        .returns(RuntimeTypes.TENSOR)
        .addCode(body.inputGradient(feed.name()))
        .build();
  }

  /// `Heads`: one method a head, over the memory of either plan.
  private TypeSpec heads(Body body) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Heads")
            .addJavadoc("What the model computes.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    body.addHeadFields(type);
    for (ModelApi.Head head : api.heads()) {
      type.addMethod(
          MethodSpec.methodBuilder(head.java())
              .addJavadoc(documentation.node(head.name()))
              .addModifiers(Modifier.PUBLIC)
              .returns(RuntimeTypes.TENSOR)
              .addCode(body.head(head.name()))
              .build());
    }
    return type.build();
  }

  private TypeSpec parameterSet() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Parameters")
            .addJavadoc("The parameters by name.\n")
            .superclass(RuntimeTypes.PARAMETER_SET)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(names.graph(), "graph")
                    .addStatement("super(graph)")
                    .build());
    for (String parameter : api.parameters()) {
      type.addMethod(
          MethodSpec.methodBuilder(ParameterNames.accessor(names.java(parameter)))
              .addJavadoc(documentation.node(parameter))
              .addModifiers(Modifier.PUBLIC)
              .returns(RuntimeTypes.PARAMETER)
              .addStatement("return get($S)", parameter)
              .build());
    }
    return type.build();
  }

}
