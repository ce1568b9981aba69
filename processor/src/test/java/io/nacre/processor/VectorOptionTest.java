package io.nacre.processor;

import static io.nacre.processor.problem.ProblemId.BAD_OPTION;
import static io.nacre.processor.problem.ProblemId.NO_VECTOR_MODULE;
import static io.nacre.processor.problem.ProblemId.VECTOR_REQUIRED;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class VectorOptionTest {
  private static final String MODEL =
      """
      @Model ‸interface M {
        @Input(100) Symbol data();
        @Tanh Symbol out(Symbol data);
      }
      """;

  private static final String EVERY_MODULE = "without a module-info it sees every module of the JDK";

  private static final String RIGHT = MODEL.replace("‸", "");

  @Test
  void withTheModuleThereIsVectorCode() throws IOException {
    ModelCompilation model =
        ModelCompilation.of(RIGHT)
            .option("--add-modules")
            .option("jdk.incubator.vector")
            .option("-Xlint:-incubating")
            .option("-Anacre.vector=auto")
            .succeeds();
    assertTrue(source(model).contains("class VectorLoops"));
  }

  @Test
  void offWritesNone() throws IOException {
    ModelCompilation model =
        ModelCompilation.of(RIGHT)
            .option("--add-modules")
            .option("jdk.incubator.vector")
            .option("-Xlint:-incubating")
            .option("-Anacre.vector=off")
            .succeeds();
    assertFalse(source(model).contains("jdk.incubator"));
  }

  @Test
  void withoutTheModuleAutoSaysSoAndWritesScalarCode() throws IOException {
    ModelCompilation model =
        ModelCompilation.of(MODEL)
            .notUnderEclipse(EVERY_MODULE)
            .option("-Anacre.vector=auto")
            .reports(
                NO_VECTOR_MODULE,
                "<arg>--add-modules</arg>",
                "start the JVM with  --add-modules jdk.incubator.vector",
                "-Anacre.vector=off");
    assertFalse(source(model).contains("jdk.incubator"));
  }

  @Test
  void withoutTheModuleRequireIsAnError() {
    ModelCompilation.of(MODEL)
        .notUnderEclipse(EVERY_MODULE)
        .option("-Anacre.vector=require")
        .reports(VECTOR_REQUIRED, "jdk.incubator.vector is not visible");
  }

  @Test
  void anythingElseIsAnError() {
    ModelCompilation.of(MODEL)
        .option("-Anacre.vector=yes")
        .reports(BAD_OPTION, "auto, off or require, not 'yes'");
  }

  @Test
  void aStageThatDoesNotExistCannotBeDumped() {
    ModelCompilation.of(MODEL)
        .option("-Anacre.dump=graph,plans")
        .reports(BAD_OPTION, "no stage 'plans'", "declaration, layers, graph, backward, plan");
  }

  private static String source(ModelCompilation model) throws IOException {
    return model.generated().getFirst().getCharContent(true).toString();
  }
}
