package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.nacre.processor.CompiledModel;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Value;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.Segment;
import io.nacre.processor.plan.Slot;
import io.nacre.processor.plan.WorkSize;
import io.nacre.processor.resolve.ModelApi;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// The bodies of a right model: they hand the work to the nested classes of its two plans. Long because
/// it has one short method for each member that the class shows.
final class RightBody implements Body {
  private static final String TRAINING = "training";
  private static final String INFERENCE = "inference";

  private final CompiledModel model;
  private final ModelNames names;
  private final boolean vector;
  private final LoopNames loops;
  private final Geometries geometries = new Geometries();
  private final CopyGeometries copies;
  private final PlanWriter training;
  private final PlanWriter inference;

  RightBody(CompiledModel model, ModelNames names, boolean vector) {
    this.model = model;
    this.names = names;
    this.vector = vector;
    this.loops = new LoopNames(List.of(model.training(), model.inference()));
    this.copies = new CopyGeometries(names);
    this.training = writer("Training", model.training());
    this.inference = writer("Inference", model.inference());
  }

  private PlanWriter writer(String name, ExecutionPlan plan) {
    return new PlanWriter(name, plan, names, loops, geometries, copies);
  }

  @Override
  public void addFields(TypeSpec.Builder type) {
    addWork(type, TRAINING, model.training());
    addWork(type, INFERENCE, model.inference());
    addPlan(type, TRAINING, training);
    addPlan(type, INFERENCE, inference);
    field(type, names.nested("Heads"), "trainingHeads");
    field(type, names.nested("Heads"), "inferenceHeads");
    if (names.api().layers()) {
      field(type, RuntimeTypes.LAYER_VALUES, "layerValues");
    }
    type.addField(
        FieldSpec.builder(TypeName.INT, "rows", Modifier.PRIVATE)
            .addJavadoc("How many samples the last {@code forward} had.\n")
            .build());
    if (names.api().trains()) {
      type.addField(
          FieldSpec.builder(TypeName.BOOLEAN, "forwarded", Modifier.PRIVATE)
              .addJavadoc(
                  "Whether {@code backward} may run: it reuses the memory of what it reads, so it needs a\n"
                      + "{@code forward} each time.\n")
              .build());
    }
    type.addField(
        FieldSpec.builder(TypeName.INT, "inferenceRows", Modifier.PRIVATE)
            .addJavadoc("How many samples the last {@code infer} had.\n")
            .build());
  }

  private void addWork(TypeSpec.Builder type, String plan, ExecutionPlan execution) {
    for (WorkSize work : execution.work()) {
      type.addField(
          RuntimeTypes.array(work.type()), workField(plan, work), Modifier.PRIVATE, Modifier.FINAL);
    }
  }

  private static String workField(String plan, WorkSize work) {
    return plan + "Work" + Memory.array(Segment.WORK, work.type()).substring("work".length());
  }

  private void addPlan(TypeSpec.Builder type, String plan, PlanWriter writer) {
    for (Part part : writer.parts()) {
      field(type, names.nested(part.name()), partField(part));
    }
    field(type, RuntimeTypes.JOB, plan.equals(TRAINING) ? "forwardPass" : "inferencePass");
    if (plan.equals(TRAINING) && names.api().trains()) {
      field(type, RuntimeTypes.JOB, "backwardPass");
    }
  }

  private static String partField(Part part) {
    return Character.toLowerCase(part.name().charAt(0)) + part.name().substring(1);
  }

  private static void field(TypeSpec.Builder type, TypeName of, String name) {
    type.addField(of, name, Modifier.PRIVATE, Modifier.FINAL);
  }

  @Override
  public MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(RuntimeTypes.DEVICE, "device")
            .addParameter(TypeName.INT, "batch")
            .addParameter(names.graph(), "sharing")
            .addStatement("super(SPEC, device, batch, sharing)");
    addAllocation(constructor, TRAINING, model.training());
    addAllocation(constructor, INFERENCE, model.inference());
    for (PlanWriter writer : List.of(training, inference)) {
      for (Part part : writer.parts()) {
        constructor.addStatement("$L = new $T(this)", partField(part), names.nested(part.name()));
      }
    }
    constructor.addStatement("forwardPass = $L", pass("forward", training, "rows"));
    if (names.api().trains()) {
      constructor.addStatement("backwardPass = $L", pass("backward", training, "rows"));
    }
    constructor
        .addStatement("inferencePass = $L", pass("forward", inference, "inferenceRows"))
        .addStatement("trainingHeads = new Heads(this, true)")
        .addStatement("inferenceHeads = new Heads(this, false)");
    if (names.api().layers()) {
      constructor.addCode(
          LayerPlaces.of(
              model.training(),
              slot ->
                  CodeBlock.of(
                      "(at, shape) -> $L($L, at, shape)",
                      view(slot.type()),
                      array(TRAINING, model.training(), slot))));
    }
    return constructor.build();
  }

  private void addAllocation(
      MethodSpec.Builder constructor, String plan, ExecutionPlan execution) {
    for (WorkSize work : execution.work()) {
      constructor.addStatement(
          "$L = work$L($S, $LL, $LL, batch)",
          workField(plan, work),
          work.type().suffix(),
          names.api().typeName(),
          work.perSample(),
          work.constant());
    }
  }

  /// What every worker runs: the parts of a plan one after the other.
  private CodeBlock pass(String direction, PlanWriter writer, String rows) {
    List<Part> parts =
        writer.parts().stream()
            .filter(
                part ->
                    !(direction.equals("forward") ? part.forward() : part.backward()).isEmpty())
            .toList();
    if (parts.isEmpty()) {
      return CodeBlock.of("_ -> {}");
    }
    String arguments = names.symbolicBatch() ? "worker, " + rows : "worker";
    if (parts.size() == 1) {
      return CodeBlock.of(
          "worker -> $L.$L($L)", partField(parts.getFirst()), direction, arguments);
    }
    CodeBlock.Builder code = CodeBlock.builder().add("worker -> {\n").indent();
    for (Part part : parts) {
      code.add("$L.$L($L);\n", partField(part), direction, arguments);
    }
    return code.unindent().add("}").build();
  }

  /// The array and place of a value, outside of the nested classes.
  private CodeBlock memory(String plan, ExecutionPlan execution, Value value, String batch) {
    return memory(plan, execution, value, batch, field -> field);
  }

  private CodeBlock memory(
      String plan,
      ExecutionPlan execution,
      Value value,
      String batch,
      UnaryOperator<String> field) {
    Slot slot = execution.slot(value);
    String array =
        slot.segment() == Segment.WORK
            ? field.apply(workField(plan, execution.work(slot.type())))
            : Memory.accessor(slot.segment(), slot.type()) + "()";
    return CodeBlock.of("$L, $L", array, Memory.place(execution, slot, batch));
  }

  @Override
  public CodeBlock statements(String format, Object... arguments) {
    return CodeBlock.of(format, arguments);
  }

  @Override
  public CodeBlock forward(List<ModelApi.Feed> feeds) {
    UnaryOperator<String> field = unhidden(feeds);
    CodeBlock.Builder code =
        CodeBlock.builder().addStatement("$L = rows($L)", field.apply("rows"), list(feeds));
    feeds.forEach(feed -> copyIn(code, TRAINING, model.training(), feed, field));
    addNextRandom(code, model.training());
    code.addStatement("run($L)", field.apply("forwardPass"));
    if (names.api().trains()) {
      code.addStatement("$L = true", field.apply("forwarded"));
    }
    return code
        .addStatement("$L.rows = $L", field.apply("trainingHeads"), field.apply("rows"))
        .addStatement("return $L", field.apply("trainingHeads"))
        .build();
  }

  @Override
  public CodeBlock infer(List<ModelApi.Feed> inputs) {
    UnaryOperator<String> field = unhidden(inputs);
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("$L = rows($L)", field.apply("inferenceRows"), list(inputs));
    inputs.forEach(feed -> copyIn(code, INFERENCE, model.inference(), feed, field));
    addNextRandom(code, model.inference());
    return code.addStatement("run($L)", field.apply("inferencePass"))
        .addStatement(
            "$L.rows = $L", field.apply("inferenceHeads"), field.apply("inferenceRows"))
        .addStatement("return $L", field.apply("inferenceHeads"))
        .build();
  }

  /// Each pass draws numbers of its own.
  private static void addNextRandom(CodeBlock.Builder code, ExecutionPlan plan) {
    if (plan.steps().stream().anyMatch(planned -> planned.step().call().isRandom())) {
      code.addStatement("randomNumbers().next()");
    }
  }

  /// How a method that takes `feeds` writes a field: with `this` where a feed has its name.
  private static UnaryOperator<String> unhidden(List<ModelApi.Feed> feeds) {
    Set<String> hidden = feeds.stream().map(ModelApi.Feed::java).collect(Collectors.toSet());
    return field -> hidden.contains(field) ? "this." + field : field;
  }

  private static String list(List<ModelApi.Feed> feeds) {
    return feeds.stream().map(ModelApi.Feed::java).collect(Collectors.joining(", "));
  }

  /// A feed that the plan never reads is not copied.
  private void copyIn(
      CodeBlock.Builder code,
      String plan,
      ExecutionPlan execution,
      ModelApi.Feed feed,
      UnaryOperator<String> field) {
    execution.graph().graph().graph().variables().stream()
        .filter(variable -> variable.name().equals(feed.name()))
        .map(Graph.NamedValue::value)
        .filter(value -> execution.slot(value) != null)
        .forEach(
            value ->
                code.addStatement(
                    "$L.$L($L)",
                    feed.java(),
                    copyTo(value.type()),
                    memory(plan, execution, value, "batch()", field)));
  }

  /// The method of feeds that fills an array; what bytes mean it says itself.
  private static String copyTo(DataType type) {
    return type == DataType.UINT8 ? "copyUnsignedTo" : "copyTo";
  }

  /// The method of graphs that shows an array as a tensor.
  private static String view(DataType type) {
    return type == DataType.UINT8 ? "viewUnsigned" : "view";
  }

  @Override
  public CodeBlock backward(List<ModelApi.Head> headGradients) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if (!forwarded)")
            .addStatement(
                "throw new $T($S)",
                IllegalStateException.class,
                names.api().typeName() + ": backward() needs a forward() before it")
            .endControlFlow();
    ExecutionPlan plan = model.training();
    for (ModelApi.Head head : headGradients) {
      String feed = head.java() + "Gradient";
      code.addStatement("requireRows($L, rows)", feed);
      plan.graph().graph().headGradients().stream()
          .filter(gradient -> gradient.name().equals(head.name()))
          .filter(gradient -> plan.slot(gradient.value()) != null)
          .forEach(
              gradient ->
                  code.addStatement(
                      "$L.$L($L)",
                      feed,
                      copyTo(gradient.value().type()),
                      memory(TRAINING, plan, gradient.value(), "batch()")));
    }
    return code.addStatement("forwarded = false").addStatement("run(backwardPass)").build();
  }

  @Override
  public CodeBlock inputGradient(String feed) {
    return model.training().graph().graph().gradients().stream()
        .filter(named -> named.name().equals(feed))
        .map(Graph.NamedValue::value)
        .findFirst()
        .map(
            gradient ->
                CodeBlock.of(
                    "return $L($L, $L.at($T.max(rows, 1)));\n",
                    view(gradient.type()),
                    memory(TRAINING, model.training(), gradient, "batch()"),
                    Shapes.of(gradient.shape()),
                    Math.class))
        .orElseGet(
            () ->
                CodeBlock.of(
                    "throw new $T($S);\n",
                    IllegalStateException.class,
                    names.api().typeName() + ": no head depends on " + names.java(feed)));
  }

  @Override
  public void addHeadFields(TypeSpec.Builder heads) {
    List<Graph.Head> inTraining = model.training().graph().graph().graph().heads();
    List<Graph.Head> inInference = model.inference().graph().graph().graph().heads();
    CodeBlock.Builder training = CodeBlock.builder();
    CodeBlock.Builder inference = CodeBlock.builder();
    for (int i = 0; i < inTraining.size(); i++) {
      Graph.Head head = inTraining.get(i);
      String name = names.java(head.name());
      TypeName array = RuntimeTypes.array(head.value().type());
      heads.addField(array, name + "$array", Modifier.PRIVATE, Modifier.FINAL);
      heads.addField(TypeName.INT, name + "$at", Modifier.PRIVATE, Modifier.FINAL);
      place(training, name, TRAINING, model.training(), head.value());
      place(inference, name, INFERENCE, model.inference(), inInference.get(i).value());
    }
    heads.addField(TypeName.INT, "rows", Modifier.PRIVATE);
    heads.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(names.graph(), "graph")
            .addParameter(TypeName.BOOLEAN, "training")
            .beginControlFlow("if (training)")
            .addCode(training.build())
            .nextControlFlow("else")
            .addCode(inference.build())
            .endControlFlow()
            .build());
  }

  private void place(
      CodeBlock.Builder code, String head, String plan, ExecutionPlan execution, Value value) {
    Slot slot = execution.slot(value);
    code.addStatement("$L$$array = graph.$L", head, array(plan, execution, slot));
    code.addStatement("$L$$at = $L", head, Memory.place(execution, slot, "graph.batch()"));
  }

  private static String array(String plan, ExecutionPlan execution, Slot slot) {
    return slot.segment() == Segment.WORK
        ? workField(plan, execution.work(slot.type()))
        : Memory.accessor(slot.segment(), slot.type()) + "()";
  }

  @Override
  public CodeBlock head(String name) {
    Graph.Head head =
        model.training().graph().graph().graph().heads().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    // a head of this name hides the inherited method
    String method = view(head.value().type());
    boolean hidden =
        names.api().heads().stream().anyMatch(candidate -> candidate.java().equals(method));
    String view = hidden ? names.graph().simpleName() + "." + method : method;
    return CodeBlock.of(
        "return $L($L, $L, $L.at(rows));\n",
        view,
        names.java(name) + "$array",
        names.java(name) + "$at",
        Shapes.of(head.value().shape()));
  }

  @Override
  public CodeBlock json() {
    String file = names.jsonFile();
    if (model.symbol().json().isEmpty()) {
      return CodeBlock.of(
          "throw new $T($S);\n",
          UnsupportedOperationException.class,
          names.api().typeName() + " cannot be written for MXNet: " + model.symbol().reason());
    }
    return CodeBlock.of(
        "return readText($T.class.getResourceAsStream($S), $S);\n", names.graph(), file, file);
  }

  @Override
  public void addNested(TypeSpec.Builder type) {
    training.write().forEach(type::addType);
    inference.write().forEach(type::addType);
    if (!geometries.isEmpty()) {
      type.addType(geometries.write(names.geometry()));
    }
    copies.write().forEach(type::addType);
    new LoopClasses(names, loops, vector).write().forEach(type::addType);
  }
}
