package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/// Build tools compile again only what has to be: each generated file names the one model that it
/// comes from, and what Gradle calls an isolating processor does no more than that.
class IncrementalTest {
  private static final String MODELS =
      """
      package models;
      import io.nacre.annotations.*;
      @Model interface A {
        @Input(3) Symbol data();
        @FullyConnected(units = 2) Symbol out(Symbol data);
      }
      class Outer {
        @Model interface B { @Input(3) Symbol data(); @Tanh Symbol out(Symbol data); }
        @Model interface Wrong { @Input(3) Symbol data(); @Tanh Symbol out(Symbol date); }
      }
      """;

  /// What was asked of the filer: the file, and the elements that it comes from.
  private final List<String> created = new ArrayList<>();

  @Test
  void isDeclaredIsolating() throws IOException {
    try (var list =
        getClass().getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
      assertEquals(
          NacreProcessor.class.getName() + ",isolating", new String(list.readAllBytes()).strip());
    }
  }

  @Test
  void eachFileComesFromOneModel() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new Spied())
            .withOptions("-Anacre.vector=off", "-Anacre.diagram=dot,mermaid")
            .compile(new SourceText("models.A", MODELS));
    assertEquals(1, compilation.errors().size(), compilation.errors()::toString);
    assertEquals(
        List.of(
            "AGraph-symbol.json from [models.A]",
            "models.AGraph from [models.A]",
            "A.dot from [models.A]",
            "A.mmd from [models.A]",
            "models.A_Nodes from [models.A]",
            "Outer_BGraph-symbol.json from [models.Outer.B]",
            "models.Outer_BGraph from [models.Outer.B]",
            "Outer_B.dot from [models.Outer.B]",
            "Outer_B.mmd from [models.Outer.B]",
            "models.Outer_B_Nodes from [models.Outer.B]",
            "models.Outer_WrongGraph from [models.Outer.Wrong]",
            "models.Outer_Wrong_Nodes from [models.Outer.Wrong]"),
        created);
  }

  /// Nacre's processor with a filer that tells what it is asked.
  private final class Spied extends AbstractProcessor {
    private final NacreProcessor processor = new NacreProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(spied(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  private ProcessingEnvironment spied(ProcessingEnvironment environment) {
    return spied(
        ProcessingEnvironment.class,
        environment,
        (method, arguments, result) -> result instanceof Filer filer ? spied(filer) : result);
  }

  private Filer spied(Filer filer) {
    return spied(
        Filer.class,
        filer,
        (method, arguments, result) -> {
          if (method.startsWith("create")) {
            Element[] from = (Element[]) arguments[arguments.length - 1];
            String file = arguments[arguments.length - 2].toString();
            created.add(file + " from " + Arrays.toString(from));
          }
          return result;
        });
  }

  private interface Spy {
    Object see(String method, Object[] arguments, Object result);
  }

  private static <T> T spied(Class<T> type, T target, Spy spy) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return spy.see(method.getName(), arguments, method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
