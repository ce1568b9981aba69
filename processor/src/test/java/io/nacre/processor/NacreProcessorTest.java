package io.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.problem.Place;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class NacreProcessorTest {
  private static final String MODEL =
      """
      @Model interface M {
        @Input(3) Symbol data();
        @FullyConnected(units = 2) Symbol fc1(Symbol data);
        @SoftmaxOutput Symbol out(Symbol fc1);
      }
      """;

  @Test
  void isFoundAsAService() {
    assertTrue(
        ServiceLoader.load(Processor.class).stream()
            .anyMatch(provider -> provider.type() == NacreProcessor.class));
  }

  @Test
  void writesAClassForEachModelAndItsNames() {
    ModelCompilation compilation =
        ModelCompilation.of(MODEL + "interface Outer { " + MODEL.replace(" M ", " N ") + "}");
    compilation.succeeds();
    assertEquals(
        List.of("MGraph", "M_Nodes", "Outer_NGraph", "Outer_N_Nodes"),
        compilation.compilation().generatedSourceFiles().stream()
            .map(file -> file.getName().replaceAll(".*/(\\w+)\\.java", "$1"))
            .sorted()
            .toList());
  }

  @Test
  void unnamedPackage() {
    ModelCompilation.ofFile("import io.nacre.annotations.*;\n" + MODEL).succeeds();
  }

  @Test
  void showsStages() {
    ModelCompilation compilation =
        ModelCompilation.of(MODEL).option("-Anacre.dump=declaration,layers").succeeds();
    assertTrue(
        compilation
            .notes()
            .contains(
                """
                declaration of M (writes MGraph, batch N)
                    data = @Input(3)
                    fc1 = @FullyConnected(units = 2) (data)
                    out = @SoftmaxOutput (fc1)
                """
                    .strip()),
        compilation.notes());
    assertTrue(
        compilation
            .notes()
            .contains(
                """
                layers of M (batch N)
                    data = @Input(3)
                    fc1_weight = @Parameter of fc1
                    fc1_bias = @Parameter of fc1
                    fc1 = @FullyConnected(units = 2) (data, fc1_weight, fc1_bias)
                    out_label = @Label of out
                    out = @SoftmaxOutput (fc1, out_label)
                    heads: out
                """
                    .strip()),
        compilation.notes());
  }

  @Test
  void ownMistakesAreTold() {
    Place place = new Place() {};
    String message = InternalProblem.of(failure(), "M", place).message();
    assertEquals(
        """
        [nacre/Internal] Nacre failed on M in differentiate, which is Nacre's fault and not the model's
            java.util.NoSuchElementException: No value present
            at java.base/java.util.Optional.orElseThrow(Optional.java:377)
            at io.nacre.processor.ir.MatMul.gradients(MatMul.java:70)
            at io.nacre.processor.differentiate.Differentiator.of(Differentiator.java:50)
            at io.nacre.processor.BackEnd.compile(BackEnd.java:30)
          please report it with these lines and the model
        """
            .strip(),
        message);
  }

  private static RuntimeException failure() {
    RuntimeException failure = new NoSuchElementException("No value present");
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              null, "java.base", null, "java.util.Optional", "orElseThrow", "Optional.java", 377),
          frame("ir", "MatMul", "gradients", 70),
          new StackTraceElement("java.util.List", "forEach", "List.java", 1),
          frame("differentiate", "Differentiator", "of", 50),
          frame("", "BackEnd", "compile", 30),
          frame("", "ModelCompiler", "compile", 60)
        });
    return failure;
  }

  private static StackTraceElement frame(String stage, String type, String method, int line) {
    String name = "io.nacre.processor." + (stage.isEmpty() ? "" : stage + ".") + type;
    return new StackTraceElement(name, method, type + ".java", line);
  }

  @Test
  void constantOfAnotherProcessor() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor(), new ConstantWriter())
            .compile(
                JavaFileObjects.forSourceString(
                    "M",
                    "import io.nacre.annotations.*;\n" + MODEL.replace("= 2", "= Sizes.UNITS")));
    assertEquals(1, compilation.errors().size(), compilation.errors().toString());
    String message = compilation.errors().get(0).getMessage(Locale.ROOT);
    assertTrue(message.contains("M uses what another annotation processor generates"), message);
  }

  /// Writes the class `Sizes`.
  @SupportedAnnotationTypes("*")
  private static final class ConstantWriter extends AbstractProcessor {
    private boolean done;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile("Sizes").openWriter()) {
          writer.write("interface Sizes { int UNITS = 2; }");
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return false;
    }
  }
}
