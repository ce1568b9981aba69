package io.nacre.processor.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.layers.TwiceLayer;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.VariableKind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which layers are found, and what is said of those that cannot be used.
class LayerProvidersTest {
  private static final String SERVICE = "META-INF/services/" + Layer.class.getName();

  @TempDir private Path folder;

  /// Of the class path of this test, but with services of its own.
  private LayerProviders providers(String services) {
    try {
      Path file = folder.resolve(SERVICE);
      Files.createDirectories(file.getParent());
      Files.writeString(file, services);
      URL[] path = {folder.toUri().toURL()};
      return new LayerProviders(
          new URLClassLoader(path, getClass().getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
              return name.equals(SERVICE) ? findResources(name) : super.getResources(name);
            }
          });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  @Test
  void findsByTheQualifiedName() {
    LayerProviders providers = providers(name(TwiceLayer.class));
    assertEquals(1, providers.of("com.example.layers.Twice").size());
    assertEquals(List.of(), providers.of("Twice"));
    assertEquals(List.of(), providers.of("com.example.Twice"));
    assertEquals(List.of(), providers.faults());
  }

  @Test
  void looksOnlyWhenAsked() {
    LayerProviders providers = providers("com.example.Missing");
    assertEquals(List.of(), providers.faults());
    providers.of("com.example.layers.Twice");
    assertEquals(1, providers.faults().size());
  }

  /// One that cannot be used does not stand in the way of others.
  @ParameterizedTest
  @ValueSource(
      classes = {
        Throwing.class, Silent.class, Simple.class, Own.class, Variable.class, NoLayer.class,
        Uninitialized.class, Hidden.class
      })
  void saysWhatIsWrong(Class<?> provider) {
    LayerProviders providers = providers(provider.getName() + "\n" + name(TwiceLayer.class));
    assertEquals(1, providers.of("com.example.layers.Twice").size());
    assertEquals(1, providers.faults().size(), providers.faults()::toString);
    String fault = providers.faults().getFirst();
    assertTrue(fault.contains(provider.getName()), fault);
    assertTrue(fault.contains(reason(provider)), fault);
  }

  private static String reason(Class<?> provider) {
    return switch (provider.getSimpleName()) {
      case "Throwing" -> "java.lang.IllegalStateException: not now";
      case "Silent" -> "its annotation() is null";
      case "Simple" -> "its annotation() is Swish, and not the qualified name";
      case "Own" -> "its annotation() is io.nacre.annotations.Conv, and not";
      case "Variable" -> "its variable() is not NONE";
      case "NoLayer" -> "not a subtype";
      case "Uninitialized" -> "ArithmeticException";
      case "Hidden" -> "Unable to get public no-arg constructor";
      default -> throw new AssertionError(provider);
    };
  }

  @Test
  void faultyListOfServices() {
    LayerProviders providers = providers("two words\n");
    assertEquals(List.of(), providers.of("com.example.layers.Twice"));
    assertEquals(1, providers.faults().size(), providers.faults()::toString);
  }

  /// A layer by its annotation.
  private abstract static class Named implements Layer {
    private final String annotation;

    private Named(String annotation) {
      this.annotation = annotation;
    }

    @Override
    public String annotation() {
      return annotation;
    }

    @Override
    public List<Argument> arguments(Attributes attributes) {
      return List.of();
    }

    @Override
    public void infer(Inference node) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public Value expand(Expansion node) {
      throw new AssertionError("nobody asks");
    }
  }

  public static final class Throwing extends Named {
    public Throwing() {
      super("com.example.Swish");
      throw new IllegalStateException("not now");
    }
  }

  public static final class Silent extends Named {
    public Silent() {
      super(null);
    }
  }

  public static final class Simple extends Named {
    public Simple() {
      super("Swish");
    }
  }

  public static final class Own extends Named {
    public Own() {
      super("io.nacre.annotations.Conv");
    }
  }

  public static final class Variable extends Named {
    public Variable() {
      super("com.example.State");
    }

    @Override
    public VariableKind variable() {
      return VariableKind.INPUT;
    }
  }

  public static final class NoLayer {}

  public static final class Uninitialized extends Named {
    private static final int NUMBER = 1 / Integer.parseInt("0");

    public Uninitialized() {
      super("com.example.Swish" + NUMBER);
    }
  }

  public static final class Hidden extends Named {
    private Hidden() {
      super("com.example.Swish");
    }
  }
}
