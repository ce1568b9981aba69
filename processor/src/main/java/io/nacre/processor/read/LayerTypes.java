package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.AttributeValue.Kind;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// Checks annotation types that are marked `@LayerType`. What their layers compute is not known
/// here: they may be declared where those are not on the annotation processor path.
public final class LayerTypes {
  private static final String MARK = "LayerType";

  /// Types of numbers of which no layer is told.
  private static final Set<String> UNREAD = Set.of("long", "float", "byte", "short", "char");

  private LayerTypes() {}

  public static boolean isLayerType(TypeElement type) {
    return Annotations.isMarked(type, MARK);
  }

  /// The artifact that provides the layer, as its author says; empty if he does not.
  static String artifact(TypeElement type) {
    return Annotations.own(type, MARK)
        .map(mark -> mark.attributes().get("value").value())
        .map(Object::toString)
        .orElse("");
  }

  /// Reports why a type cannot be the annotation of a layer.
  public static void check(TypeElement type, Problems problems) {
    Place place = ElementPlace.of(type);
    if (packageOf(type).isUnnamed()) {
      bad(type, place, "it is in no package, so no layer can name it", "put it into one", problems);
    }
    if (ModelTypes.isBlock(type) || OperatorReader.isOperator(type)) {
      bad(
          type,
          place,
          "it is %s as well".formatted(ModelTypes.isBlock(type) ? "@Block" : "@Operator"),
          "a layer's meaning is in a class of its own: keep one of the marks",
          problems);
    }
    Annotations.java(type, "java.lang.annotation.Retention")
        .filter(use -> "SOURCE".equals(use.attributes().get("value").value()))
        .ifPresent(
            use ->
                bad(
                    type,
                    use.place(),
                    "class files lose its uses, so no other module can use a model with it",
                    "remove @Retention, or write @Retention(RetentionPolicy.CLASS)",
                    problems));
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      AttributeType of = AttributeType.of(member.getReturnType());
      if (of.kind() == Kind.ANNOTATION || UNREAD.contains(of.name())) {
        bad(
            type,
            ElementPlace.of(member),
            "its attribute %s is of type %s, of which layers are not told"
                .formatted(member.getSimpleName(), of.text()),
            "use int, double, boolean, String, Class, an enum, or an array of these",
            problems);
      }
    }
  }

  private static PackageElement packageOf(TypeElement type) {
    Element element = type;
    while (element.getKind() != ElementKind.PACKAGE) {
      element = element.getEnclosingElement();
    }
    return (PackageElement) element;
  }

  private static void bad(
      TypeElement type, Place place, String fact, String hint, Problems problems) {
    problems.add(
        Problem.of(
            ProblemId.BAD_LAYER_TYPE, place, "@" + type.getSimpleName(), fact, hint));
  }
}
