package io.nacre.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/// What an editor shows of a generated class when the mouse rests on a name, as the compiler reads it.
class DocumentationTest {
  private final Map<String, String> documentation = new HashMap<>();

  @Test
  void rolesHeadsAndParametersTellTheirShapes() {
    read(
        """
        @Model interface M {
          @Input({1, 28, 28})             Symbol data();
          @Variable({2, 3})               Symbol table();
          @Conv(filters = 20, kernel = 5) Symbol conv1(Symbol data);
          @FullyConnected(units = 10)     Symbol fc1(Symbol conv1);
          @Output @SoftmaxOutput          Symbol out(Symbol fc1);
          @Output @Tanh                   Symbol rows(Symbol table);
        }
        """);
    assertEquals("The input {@code data}: N x 1 x 28 x 28, float32.", of("MGraph.Data"));
    assertEquals("The input {@code table}: 2 x 3, float32.", of("MGraph.Table"));
    assertEquals("The label {@code out_label}: N, float32.", of("MGraph.OutLabel"));
    assertEquals(
        "The gradient of the head {@code rows}: 2 x 3, float32.", of("MGraph.RowsGradient"));
    assertEquals("{@link M#out}: N x 10, float32.", of("MGraph.Heads.out"));
    assertEquals(
        "{@code conv1_weight}: 20 x 1 x 5 x 5, float32.", of("MGraph.Parameters.conv1_weight"));
  }

  @Test
  void mxnetsNameStandsBesideTheMethods() {
    read(
        """
        @Model interface M {
          @Input(4) @Name("Previos Output")           Symbol data();
          @FullyConnected(units = 3) @Name("fc-1")    Symbol fc(Symbol data);
          @Output @Tanh @Name("the \\\\u000a } end") Symbol out(Symbol fc);
        }
        """);
    assertEquals("The input {@code Previos Output}: N x 4, float32.", of("MGraph.Data"));
    assertEquals("{@code fc-1_weight}: 3 x 4, float32.", of("MGraph.Parameters.fc_weight"));
    assertEquals(
        "{@link M#out} ({@code the &#92;u000a } end}): N x 3, float32.", of("MGraph.Heads.out"));
    assertTrue(of("MGraph").contains("| `fc-1`"), of("MGraph"));
  }

  private String of(String name) {
    return documentation.get(name);
  }

  private void read(String model) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor(), new Reader())
            .withOptions("-Anacre.vector=off")
            .compile(new SourceText("M", "import io.nacre.annotations.*;\n" + model));
    assertEquals(
        Compilation.Status.SUCCESS, compilation.status(), compilation.errors()::toString);
  }

  /// Reads the comments of the generated class when it is compiled in its turn.
  @SupportedAnnotationTypes("*")
  private final class Reader extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        read(type, type.getSimpleName().toString());
      }
      return false;
    }

    private void read(Element element, String name) {
      String text = processingEnv.getElementUtils().getDocComment(element);
      if (text != null) {
        documentation.put(name, text.strip());
      }
      for (Element member : element.getEnclosedElements()) {
        read(member, name + "." + member.getSimpleName());
      }
    }
  }
}
