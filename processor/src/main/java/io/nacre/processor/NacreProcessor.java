package io.nacre.processor;

import com.google.auto.service.AutoService;
import io.nacre.processor.picture.Pictures;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Reporter;
import io.nacre.processor.provider.LayerProviders;
import io.nacre.processor.read.Companion;
import io.nacre.processor.read.ElementPlace;
import io.nacre.processor.read.LayerTypes;
import io.nacre.processor.read.ModelTypes;
import io.nacre.processor.read.OperatorReader;
import io.nacre.processor.read.Sources;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/// Writes a graph class beside each model, and beside each model and block the names that class files
/// lose.
///
/// It never throws: what goes wrong inside becomes an error at the model, since a stack trace from
/// the compiler helps nobody to mend anything.
@AutoService(Processor.class)
public final class NacreProcessor extends AbstractProcessor {
  /// Models in which something was not found when they were read. Unless the compiler says so in
  /// the end, another processor has made it since.
  private final Set<String> waiting = new LinkedHashSet<>();

  private final Sources sources = new Sources();
  private final LayerProviders providers = new LayerProviders();

  private Importer importer;
  private Dump dump;
  private VectorOption vector;
  private Pictures pictures;
  private Reporter reporter;

  // Methods rather than annotations of this class, which a cold JVM takes long to read.

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(
        "io.nacre.annotations.Model",
        "io.nacre.annotations.Block",
        "io.nacre.annotations.LayerType",
        "io.nacre.annotations.Operator");
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
    importer = new Importer(elements, environment.getOptions().get("nacre.models"));
    pictures = new Pictures(environment.getOptions().get("nacre.diagram"));
    reporter = new Reporter(environment.getMessager());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    sources.add(round.getRootElements());
    Elements elements = processingEnv.getElementUtils();
    FrontEnd frontEnd = new FrontEnd(elements, sources, providers, importer, dump);
    for (TypeElement annotation : annotations) {
      for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
        guarded(type, problems -> compile(type, frontEnd, problems));
      }
    }
    if (round.processingOver() && !round.errorRaised()) {
      for (String name : waiting) {
        TypeElement model = elements.getTypeElement(name);
        if (model != null) {
          guarded(model, problems -> checkStillBroken(model, frontEnd, problems));
        }
      }
    }
    return false;
  }

  private void compile(TypeElement type, FrontEnd frontEnd, Problems problems) {
    dump.problem(ElementPlace.of(type)).ifPresent(problems::add);
    if (LayerTypes.isLayerType(type)) {
      LayerTypes.check(type, problems);
      return;
    }
    if (OperatorReader.isOperator(type)) {
      OperatorReader.read(type, problems);
      return;
    }
    OutputFiles files = new OutputFiles(processingEnv.getFiler());
    if (ModelTypes.isBlock(type)) {
      frontEnd.checkBlock(type).problems().all().forEach(problems::add);
    } else {
      vector.problem(type).ifPresent(problems::add);
      pictures.problem(ElementPlace.of(type)).ifPresent(problems::add);
      ModelCompiler compiler = new ModelCompiler(frontEnd, dump, vector, pictures);
      ModelCompiler.Result result = compiler.compile(type, problems);
      if (result.waiting()) {
        waiting.add(type.getQualifiedName().toString());
      }
      files.write(type, result, problems);
    }
    files.write(type, Companion.of(type, processingEnv.getElementUtils()), problems);
  }

  /// The class of a model that was broken is an empty shell, which must not pass for the real one.
  private void checkStillBroken(TypeElement model, FrontEnd frontEnd, Problems problems) {
    if (!frontEnd.check(model).waiting()) {
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
      problems.add(
          InternalProblem.of(e, model.getSimpleName().toString(), ElementPlace.of(model)));
    }
    reporter.report(problems);
  }
}
