package io.nacre.processor.provider;

import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.provider.ProviderFailure.WrongAnswer;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A layer of a third party, as the stages see it: what it throws, and answers that no layer may
/// give, become a [ProviderFailure] at the node that it was asked about.
public final class ProvidedLayer implements Layer {
  private static final String NACRE = "io.nacre.annotations.";

  private final Layer layer;
  private final String annotation;
  private final boolean movesElements;
  private final boolean takesWholeNumbers;

  private ProvidedLayer(Layer layer) {
    this.layer = layer;
    this.annotation = layer.annotation();
    this.movesElements = layer.movesElements();
    this.takesWholeNumbers = layer.takesWholeNumbers();
  }

  /// @throws WrongAnswer if it cannot be a layer
  static ProvidedLayer of(Layer layer) {
    ProvidedLayer provided = new ProvidedLayer(layer);
    String name = provided.annotation;
    if (name == null || name.indexOf('.') < 0 || name.startsWith(NACRE)) {
      throw new WrongAnswer(
          "its annotation() is %s, and not the qualified name of a type of its own"
              .formatted(name));
    }
    if (layer.variable() != VariableKind.NONE) {
      throw new WrongAnswer("its variable() is not NONE: variables are Nacre's own");
    }
    return provided;
  }

  /// A provider's class with the jar that it comes from: `com.example.SwishLayer (swish-1.0.jar)`.
  static String name(Class<?> provider) {
    CodeSource source = provider.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    String path = location == null ? "" : location.getPath();
    String jar = path.substring(path.lastIndexOf('/') + 1);
    return provider.getName() + (jar.isEmpty() ? "" : " (" + jar + ")");
  }

  /// The provider's class with its jar.
  public String provider() {
    return name(layer.getClass());
  }

  /// Asks what depends on nothing but attributes, so that a node about which the layer fails is
  /// left out from the start.
  ///
  /// @param edges how many edges the node has
  /// @throws ProviderFailure if it fails
  public void probe(Attributes attributes, int edges) {
    arguments(attributes);
    arguments(attributes, edges);
    outputs(attributes);
    isLoss(attributes);
    blocksGradient(attributes);
  }

  @Override
  public String annotation() {
    return annotation;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return guarded("arguments", attributes, "", () -> checked(layer.arguments(attributes)));
  }

  @Override
  public List<Argument> arguments(Attributes attributes, int edges) {
    return guarded("arguments", attributes, "", () -> checked(layer.arguments(attributes, edges)));
  }

  private static List<Argument> checked(List<Argument> arguments) {
    List<String> names = arguments.stream().map(Argument::name).toList();
    checkNames(names);
    return List.copyOf(arguments);
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    return guarded(
        "outputs",
        attributes,
        "",
        () -> {
          List<String> outputs = List.copyOf(layer.outputs(attributes));
          checkNames(outputs);
          if (outputs.isEmpty()) {
            throw new WrongAnswer("there are none");
          }
          return outputs;
        });
  }

  private static void checkNames(List<String> names) {
    for (String name : names) {
      if (name.isEmpty()) {
        throw new WrongAnswer("one of %s has no name".formatted(names));
      }
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new WrongAnswer("%s is there twice".formatted(name));
      }
    }
  }

  @Override
  public boolean isLoss(Attributes attributes) {
    return guarded("isLoss", attributes, "", () -> layer.isLoss(attributes));
  }

  @Override
  public boolean blocksGradient(Attributes attributes) {
    return guarded("blocksGradient", attributes, "", () -> layer.blocksGradient(attributes));
  }

  @Override
  public boolean movesElements() {
    return movesElements;
  }

  @Override
  public boolean takesWholeNumbers() {
    return takesWholeNumbers;
  }

  @Override
  public void infer(Inference node) {
    guarded(
        "infer",
        node.attributes(),
        node.name(),
        () -> {
          layer.infer(node);
          return true;
        });
  }

  /// Advice for a message about another mistake, which is worth more than that the advice failed.
  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    try {
      return guarded(
          "adjustment", attributes, "", () -> layer.adjustment(attributes, data, wanted));
    } catch (ProviderFailure noAdvice) {
      return Optional.empty();
    }
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    int outputs = outputs(node.attributes()).size();
    return guarded(
        "expansion",
        node.attributes(),
        node.name(),
        () -> {
          List<Value> values = layer.expandAll(node);
          if (values.size() != outputs) {
            throw new WrongAnswer(
                "it makes %d values, but outputs() lists %d".formatted(values.size(), outputs));
          }
          for (int i = 0; i < outputs; i++) {
            if (!values.get(i).shape().equals(node.shape(i))) {
              throw new WrongAnswer(
                  "value %d is %s, but infer said %s"
                      .formatted(i, values.get(i).shape(), node.shape(i)));
            }
          }
          return values;
        });
  }

  private <T> T guarded(String what, Attributes attributes, String node, Supplier<T> task) {
    try {
      T answer = task.get();
      if (answer == null) {
        throw new WrongAnswer("it is null");
      }
      return answer;
    } catch (Throwable failure) {
      throw ProviderFailure.of(
          LayerProviders.survived(failure), layer.getClass(), what, attributes, node);
    }
  }
}
