package io.nacre.processor.read;

import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.Layers;
import io.nacre.processor.operator.CustomLayer;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.provider.LayerProviders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/// Finds Nacre's annotations on elements, by name: the annotation classes themselves are never
/// loaded.
final class Annotations {
  private static final String PACKAGE = "io.nacre.annotations.";

  /// What stands beside the annotation that says what a node computes.
  private static final Set<String> BESIDE =
      Set.of(PACKAGE + "Name", PACKAGE + "Output", PACKAGE + "Repeat");

  private final Elements elements;
  private final LayerProviders providers;

  Annotations(Elements elements) {
    this(elements, new LayerProviders());
  }

  /// @param providers what annotations of third parties mean
  Annotations(Elements elements, LayerProviders providers) {
    this.elements = elements;
    this.providers = providers;
  }

  /// The use of one of Nacre's annotations.
  Optional<AnnotationUse> find(Element element, String name) {
    return findJava(element, PACKAGE + name);
  }

  /// The use of any annotation, by its qualified name.
  Optional<AnnotationUse> findJava(Element element, String type) {
    return java(element, type);
  }

  /// The use of any annotation, by its qualified name.
  static Optional<AnnotationUse> java(Element element, String type) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> qualifiedName(mirror).equals(type))
        .findFirst()
        .map(mirror -> AnnotationReader.read(element, mirror));
  }

  /// The use of one of Nacre's annotations.
  static Optional<AnnotationUse> own(Element element, String name) {
    return java(element, PACKAGE + name);
  }

  boolean has(Element element, String name) {
    return find(element, name).isPresent();
  }

  /// The annotations that say what a node computes: all of Nacre's but those that stand beside one,
  /// blocks, operators of the user's own, and layers of third parties.
  List<AnnotationUse> layers(Element element) {
    List<AnnotationUse> layers = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      String name = qualifiedName(mirror);
      boolean known = layers.stream().anyMatch(layer -> layer.type().equals(name));
      boolean layer = name.startsWith(PACKAGE) && !BESIDE.contains(name);
      if (isResolved(mirror) && !known && (layer || isBlock(mirror))) {
        layers.add(AnnotationReader.read(element, mirror));
      } else if (isResolved(mirror) && !known && isOperator(mirror)) {
        layers.add(operator(element, mirror));
      } else if (isResolved(mirror) && !known && isLayerType(mirror)) {
        layers.add(ProviderCheck.bind(AnnotationReader.read(element, mirror), providers));
      }
    }
    return layers;
  }

  /// The annotation type of an operator of the user's own on an element, by its qualified name.
  Optional<TypeElement> operator(Element element, String type) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> isResolved(mirror) && qualifiedName(mirror).equals(type))
        .filter(Annotations::isOperator)
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .findFirst();
  }

  /// The annotation type of a third party's layer on an element, by its qualified name.
  Optional<TypeElement> layerType(Element element, String type) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> isResolved(mirror) && qualifiedName(mirror).equals(type))
        .filter(Annotations::isLayerType)
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .findFirst();
  }

  LayerProviders providers() {
    return providers;
  }

  /// Whether there is an annotation whose type the compiler did not find, about which it says so.
  boolean anyUnresolved(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(mirror -> !isResolved(mirror));
  }

  /// What an unresolved annotation, misspelt or not imported, was most likely meant to be.
  Optional<AnnotationUse> guessLayer(Element element) {
    List<String> names = Layers.all().stream().map(Layer::annotation).toList();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      Element type = mirror.getAnnotationType().asElement();
      Optional<TypeElement> meant =
          isResolved(mirror)
              ? Optional.empty()
              : Similar.to(type.getSimpleName().toString(), names)
                  .map(name -> elements.getTypeElement(PACKAGE + name));
      if (meant.isPresent()) {
        return Optional.of(AnnotationReader.read(element, mirror, meant.get()));
      }
    }
    return Optional.empty();
  }

  /// Whether a type has one of Nacre's annotations.
  static boolean isMarked(TypeElement type, String name) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(mirror -> isResolved(mirror) && qualifiedName(mirror).equals(PACKAGE + name));
  }

  private static boolean isLayerType(AnnotationMirror use) {
    return LayerTypes.isLayerType((TypeElement) use.getAnnotationType().asElement());
  }

  private static boolean isOperator(AnnotationMirror use) {
    return OperatorReader.isOperator((TypeElement) use.getAnnotationType().asElement());
  }

  /// A use of an operator of the user's own. If that is wrong, the use means nothing.
  private static AnnotationUse operator(Element element, AnnotationMirror mirror) {
    AnnotationUse use = AnnotationReader.read(element, mirror);
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    Optional<Layer> layer = OperatorReader.read(type, new Problems()).map(CustomLayer::new);
    return new AnnotationUse(use.type(), use.name(), use.place(), use.attributes(), layer);
  }

  private static boolean isBlock(AnnotationMirror use) {
    return ModelTypes.isBlock((TypeElement) use.getAnnotationType().asElement());
  }

  private static boolean isResolved(AnnotationMirror mirror) {
    return mirror.getAnnotationType().getKind() != TypeKind.ERROR;
  }

  private static String qualifiedName(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }
}
