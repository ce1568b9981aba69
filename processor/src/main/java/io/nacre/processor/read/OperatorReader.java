package io.nacre.processor.read;

import io.nacre.processor.ir.Custom.KernelClass;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.operator.CustomOperator;
import io.nacre.processor.operator.CustomOperator.Attribute;
import io.nacre.processor.operator.Signature;
import io.nacre.processor.operator.Signature.BadSignature;
import io.nacre.processor.operator.Signature.Input;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/// Reads an annotation type that is marked `@Operator`: its signature, its attributes, and the methods
/// of its kernel.
public final class OperatorReader {
  private static final String MARK = "io.nacre.annotations.Operator";
  private static final String KERNEL = "Kernel";
  private static final String FORWARD = "forward";
  private static final String BACKWARD = "backward";

  private final TypeElement type;
  private final Problems problems;
  private final AnnotationUse mark;
  private final List<Attribute> attributes = new ArrayList<>();
  private final Map<DataType, Set<String>> methods = new EnumMap<>(DataType.class);

  private OperatorReader(TypeElement type, AnnotationMirror mark, Problems problems) {
    this.type = type;
    this.problems = problems;
    this.mark = AnnotationReader.read(type, mark);
  }

  public static boolean isOperator(TypeElement type) {
    return mark(type).isPresent();
  }

  private static Optional<? extends AnnotationMirror> mark(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                mirror.getAnnotationType().asElement() instanceof TypeElement mark
                    && mark.getQualifiedName().contentEquals(MARK))
        .findFirst();
  }

  /// The operator; empty if it cannot be used, which is reported.
  public static Optional<CustomOperator> read(TypeElement type, Problems problems) {
    return mark(type).flatMap(mark -> new OperatorReader(type, mark, problems).read());
  }

  private Optional<CustomOperator> read() {
    AttributeValue value = mark.attributes().get("value");
    AttributeValue loss = mark.attributes().get("loss");
    if (value == null || !(value.value() instanceof String text) || loss.broken()) {
      return Optional.empty(); // the compiler says why
    }
    readAttributes();
    Optional<Signature> signature = signature(text, value.place());
    Optional<TypeElement> kernel = kernel();
    if (signature.isEmpty() || kernel.isEmpty() || problems.hasErrors()) {
      return Optional.empty();
    }
    CustomOperator operator =
        new CustomOperator(
            type.getQualifiedName().toString(),
            type.getSimpleName().toString(),
            signature.get(),
            Boolean.TRUE.equals(loss.value()),
            name(kernel.get()),
            attributes,
            Map.of());
    readMethods(operator, kernel.get());
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new CustomOperator(
                operator.type(),
                operator.name(),
                operator.signature(),
                operator.loss(),
                operator.kernel(),
                attributes,
                methods));
  }

  private void readAttributes() {
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String of = member.getReturnType().toString();
      String name = member.getSimpleName().toString();
      switch (of) {
        case "int", "double", "boolean" -> attributes.add(new Attribute(name, of));
        case "java.lang.String" -> attributes.add(new Attribute(name, "String"));
        default ->
            bad(
                ElementPlace.of(member),
                "its attribute %s is of type %s".formatted(name, of),
                "an attribute is an int, a double, a boolean or a String");
      }
    }
  }

  private Optional<Signature> signature(String text, Place place) {
    try {
      return Optional.of(Signature.of(text));
    } catch (BadSignature e) {
      bad(place, "\"%s\" %s".formatted(text, e.getMessage()), e.hint());
      return Optional.empty();
    }
  }

  private Optional<TypeElement> kernel() {
    Optional<TypeElement> kernel =
        ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .filter(nested -> nested.getSimpleName().contentEquals(KERNEL))
            .findFirst();
    if (kernel.isEmpty()) {
      bad(
          ElementPlace.of(type),
          "it has no class Kernel that computes it",
          "write into it: final class Kernel { static void forward(...) { ... } }");
    }
    return kernel;
  }

  private static KernelClass name(TypeElement kernel) {
    String name = kernel.getSimpleName().toString();
    Element outer = kernel.getEnclosingElement();
    for (; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      name = outer.getSimpleName() + "." + name;
    }
    return new KernelClass(((PackageElement) outer).getQualifiedName().toString(), name);
  }

  private void readMethods(CustomOperator operator, TypeElement kernel) {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    List<String> arrays = new ArrayList<>();
    operator.signature().inputs().forEach(input -> arrays.add(input.name()));
    arrays.add("y");
    wanted.put(FORWARD, List.copyOf(arrays));
    for (Input input : operator.signature().inputs()) {
      List<String> ofGradient = new ArrayList<>(arrays);
      if (!operator.loss()) {
        ofGradient.add("dy");
      }
      ofGradient.add("d" + input.name());
      wanted.put(operator.backward(input.name()), ofGradient);
    }
    for (ExecutableElement method : ElementFilter.methodsIn(kernel.getEnclosedElements())) {
      String name = method.getSimpleName().toString();
      if (wanted.containsKey(name)) {
        readMethod(method, wanted.get(name));
      } else if (name.startsWith(BACKWARD)) {
        String near = Similar.hint(name, wanted.keySet());
        bad(
            ElementPlace.of(method),
            "%s is the gradient of no input".formatted(name),
            near.isEmpty()
                ? "there are " + String.join(", ", wanted.keySet())
                : near);
      }
    }
    if (!problems.hasErrors() && methods.values().stream().noneMatch(of -> of.contains(FORWARD))) {
      bad(
          ElementPlace.of(kernel),
          "its Kernel has no method forward",
          "write " + header(FORWARD, wanted.get(FORWARD), DataType.FLOAT32));
    }
  }

  private void readMethod(ExecutableElement method, List<String> arrays) {
    String name = method.getSimpleName().toString();
    List<String> found =
        method.getParameters().stream().map(parameter -> parameter.asType().toString()).toList();
    Optional<DataType> of = Optional.empty();
    for (DataType each : DataType.values()) {
      if (each.hasKernels() && found.equals(types(arrays, each))) {
        of = Optional.of(each);
      }
    }
    if (of.isEmpty()) {
      bad(
          ElementPlace.of(method),
          "%s has other parameters than the signature says".formatted(name),
          "write " + header(name, arrays, DataType.FLOAT32));
      return;
    }
    Set<Modifier> modifiers = method.getModifiers();
    boolean seen =
        type.getModifiers().contains(Modifier.PUBLIC)
            ? modifiers.contains(Modifier.PUBLIC)
            : !modifiers.contains(Modifier.PRIVATE);
    if (!modifiers.contains(Modifier.STATIC)
        || method.getReturnType().getKind() != TypeKind.VOID
        || !seen) {
      bad(
          ElementPlace.of(method),
          "generated classes cannot call %s".formatted(name),
          "write " + header(name, arrays, of.get()));
    }
    if (!method.getThrownTypes().isEmpty()) {
      bad(
          ElementPlace.of(method),
          "%s throws %s".formatted(name, method.getThrownTypes().get(0)),
          "throw unchecked exceptions only");
    }
    methods.computeIfAbsent(of.get(), any -> new TreeSet<>()).add(name);
  }

  private static String view(DataType of) {
    return of.stem() + "View";
  }

  private List<String> types(List<String> arrays, DataType of) {
    List<String> types =
        new ArrayList<>(
            Collections.nCopies(arrays.size(), "io.nacre.runtime.kernel." + view(of)));
    for (Attribute attribute : attributes) {
      types.add(attribute.type().equals("String") ? "java.lang.String" : attribute.type());
    }
    return types;
  }

  /// `static void forward(FloatView data, FloatView y, double beta)`
  private String header(String method, List<String> arrays, DataType of) {
    List<String> parameters = new ArrayList<>();
    arrays.forEach(array -> parameters.add(view(of) + " " + array));
    attributes.forEach(attribute -> parameters.add(attribute.type() + " " + attribute.name()));
    String access = type.getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
    return parameters.stream()
        .collect(Collectors.joining(", ", access + "static void " + method + "(", ")"));
  }

  private void bad(Place place, String fact, String hint) {
    problems.add(
        Problem.of(ProblemId.BAD_OPERATOR, place, "@" + type.getSimpleName(), fact, hint));
  }
}
