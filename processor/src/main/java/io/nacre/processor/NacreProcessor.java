package io.nacre.processor;

import com.google.auto.service.AutoService;
import io.nacre.processor.picture.Pictures;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Reporter;
import io.nacre.processor.read.ElementPlace;
import io.nacre.processor.resolve.ModelApi;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/// Writes a graph class beside each model.
///
/// It never throws: what goes wrong inside becomes an error at the model, since a stack trace from
/// the compiler helps nobody to mend anything.
@AutoService(Processor.class)
public final class NacreProcessor extends AbstractProcessor {
  /// Models in which something was not found when they were read. Unless the compiler says so in
  /// the end, another processor has made it since.
  private final Set<String> waiting = new LinkedHashSet<>();

  private ModelCompiler compiler;
  private Dump dump;
  private VectorOption vector;
  private Pictures pictures;
  private Reporter reporter;

  // Methods rather than annotations of this class, which a cold JVM takes long to read.

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("io.nacre.annotations.Model");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of("nacre.diagram", "nacre.dump", "nacre.models", "nacre.vector");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    dump = new Dump(environment.getOptions().get("nacre.dump"), environment.getMessager());
    Elements elements = environment.getElementUtils();
    vector = new VectorOption(environment.getOptions().get("nacre.vector"), elements);
    Importer importer = new Importer(elements, environment.getOptions().get("nacre.models"));
    pictures = new Pictures(environment.getOptions().get("nacre.diagram"));
    compiler = new ModelCompiler(elements, importer, dump, vector, pictures);
    reporter = new Reporter(environment.getMessager());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (TypeElement model : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
        guarded(model, problems -> compile(model, problems));
      }
    }
    if (round.processingOver() && !round.errorRaised()) {
      for (String name : waiting) {
        TypeElement model = processingEnv.getElementUtils().getTypeElement(name);
        if (model != null) {
          guarded(model, problems -> checkStillBroken(model, problems));
        }
      }
    }
    return false;
  }

  private void compile(TypeElement model, Problems problems) {
    vector.problem(model).ifPresent(problems::add);
    dump.problem(ElementPlace.of(model)).ifPresent(problems::add);
    pictures.problem(ElementPlace.of(model)).ifPresent(problems::add);
    ModelCompiler.Result result = compiler.compile(model, problems);
    if (result.waiting()) {
      waiting.add(model.getQualifiedName().toString());
    }
    writeJson(model, result);
    String name = result.api().packageName();
    name = (name.isEmpty() ? "" : name + ".") + result.api().graphName();
    try (Writer writer = processingEnv.getFiler().createSourceFile(name, model).openWriter()) {
      writer.write(result.source());
    } catch (FilerException e) {
      problems.add(
          Problem.of(
              ProblemId.NAME_CLASH,
              ElementPlace.of(model),
              "",
              "Nacre writes the class "
                  + name
                  + " for "
                  + model.getSimpleName()
                  + ", but there is one of this name",
              "rename one of them"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Map.Entry<String, String> picture : result.pictures().entrySet()) {
      write(result.api(), picture.getKey(), picture.getValue(), model);
    }
  }

  /// Writes a picture among the generated sources, where it gets into no jar.
  private void write(ModelApi api, String ending, String text, TypeElement model) {
    String file = api.typeName().replace('.', '_') + "." + ending;
    Filer filer = processingEnv.getFiler();
    try (Writer writer =
        filer
            .createResource(StandardLocation.SOURCE_OUTPUT, api.packageName(), file, model)
            .openWriter()) {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A resource, since a text in a class ends at 64 KB.
  private void writeJson(TypeElement model, ModelCompiler.Result result) {
    if (result.json().isEmpty()) {
      return;
    }
    String folder = result.api().packageName();
    String file = result.api().jsonFile();
    try {
      FileObject resource =
          processingEnv
              .getFiler()
              .createResource(StandardLocation.CLASS_OUTPUT, folder, file, model);
      try (OutputStream stream = resource.openOutputStream()) {
        stream.write(result.json().get().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The class of a model that was broken is an empty shell, which must not pass for the real one.
  private void checkStillBroken(TypeElement model, Problems problems) {
    Problems again = new Problems();
    if (!compiler.compile(model, again).waiting()) {
      problems.add(
          Problem.of(
              ProblemId.BAD_MODEL,
              ElementPlace.of(model),
              "",
              model.getSimpleName() + " uses what another annotation processor generates",
              "write what it uses by hand, or generate it in a module that is compiled before"));
    }
  }

  private interface Task {
    void run(Problems problems);
  }

  private void guarded(Element model, Task task) {
    Problems problems = new Problems();
    try {
      task.run(problems);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      problems.add(InternalProblem.of(e, ElementPlace.of(model)));
    }
    reporter.report(problems);
  }
}
