package io.nacre.processor;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.inline.Inliner;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.LayerProviders;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.ModelReader;
import io.nacre.processor.read.Sources;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.resolve.ModelApiBuilder;
import io.nacre.processor.resolve.Resolution;
import io.nacre.processor.resolve.Resolver;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/// A model taken through the first stages, for tests of what these make of it.
public record ReadModel(
    ModelDeclaration declaration, ModelApi api, Optional<LayerGraph> layers, Problems problems) {

  /// Reads a model given without package and imports, the first of several.
  public static ReadModel of(String model) {
    Capture capture = new Capture();
    Compiler.javac()
        .withProcessors(capture)
        .compile(
            JavaFileObjects.forSourceString(
                "M",
                """
                import static io.nacre.annotations.Symbol.BATCH;
                import io.nacre.annotations.*;
                """
                    + model));
    return capture.read;
  }

  @SupportedAnnotationTypes("io.nacre.annotations.Model")
  private static final class Capture extends AbstractProcessor {
    private ReadModel read;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (TypeElement annotation : annotations) {
        for (TypeElement model :
            ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
          Problems problems = new Problems();
          Sources sources = new Sources();
          sources.add(round.getRootElements());
          Elements elements = processingEnv.getElementUtils();
          LayerProviders providers = new LayerProviders();
          ModelDeclaration written =
              new ModelReader(elements, sources, providers, problems).read(model);
          Dump dump = new Dump(null, processingEnv.getMessager());
          ModelDeclaration declaration =
              Inliner.inline(
                  written,
                  new FrontEnd(
                      elements, sources, providers, new Importer(elements, null), dump),
                  problems);
          ModelApi api = ModelApiBuilder.build(declaration);
          Resolution resolution = Resolver.resolve(declaration, problems);
          Optional<LayerGraph> whole =
              resolution.whole() ? resolution.graph() : Optional.empty();
          read = read != null ? read : new ReadModel(declaration, api, whole, problems);
        }
      }
      return false;
    }
  }
}
