package io.nacre.processor.provider;

import io.nacre.processor.layer.Layer;
import io.nacre.processor.provider.ProviderFailure.WrongAnswer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// Finds the layers of third parties: those that `META-INF/services` lists in jars beside Nacre's
/// own on the annotation processor path.
///
/// They are looked for when a model has an annotation that needs one, and not before: compilations
/// without pay nothing.
public final class LayerProviders {
  /// A path that cannot be read says so again and again.
  private static final int MOST_FAULTS = 100;

  private final ClassLoader loader;
  private List<ProvidedLayer> layers;
  private final List<String> faults = new ArrayList<>();

  public LayerProviders() {
    this(LayerProviders.class.getClassLoader());
  }

  /// @param loader that of the annotation processor path
  LayerProviders(ClassLoader loader) {
    this.loader = loader;
  }

  /// The layers for an annotation: one, if all is well.
  ///
  /// @param annotation its qualified name
  public List<ProvidedLayer> of(String annotation) {
    if (layers == null) {
      layers = load();
    }
    return layers.stream().filter(layer -> layer.annotation().equals(annotation)).toList();
  }

  /// What is wrong with providers that cannot be used, among which may be the one that was wanted;
  /// after [#of].
  public List<String> faults() {
    return List.copyOf(faults);
  }

  private List<ProvidedLayer> load() {
    List<ProvidedLayer> found = new ArrayList<>();
    Iterator<Layer> providers = ServiceLoader.load(Layer.class, loader).iterator();
    boolean more = true;
    while (more && faults.size() < MOST_FAULTS) {
      try {
        more = providers.hasNext();
        if (more) {
          add(providers.next(), found);
        }
      } catch (Throwable failure) {
        faults.add(text(survived(failure)));
      }
    }
    return found;
  }

  private void add(Layer layer, List<ProvidedLayer> found) {
    try {
      found.add(ProvidedLayer.of(layer));
    } catch (Throwable failure) {
      Throwable cause = survived(failure);
      String what = cause instanceof WrongAnswer ? cause.getMessage() : cause.toString();
      faults.add(ProvidedLayer.name(layer.getClass()) + ": " + what);
    }
  }

  /// What the service loader says, which begins with the name of the service.
  private static String text(Throwable failure) {
    String message =
        failure instanceof ServiceConfigurationError
            ? failure.getMessage().replaceFirst("^\\S+: ", "")
            : failure.toString();
    StringBuilder text = new StringBuilder(message);
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      text.append(": ").append(cause);
    }
    return text.toString();
  }

  /// What foreign code threw, if the compiler can go on after it; else it is thrown again.
  static Throwable survived(Throwable failure) {
    if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
      throw fatal;
    }
    return failure;
  }
}
