package io.nacre.processor;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.Companion;
import io.nacre.processor.read.ElementPlace;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.write.CompanionClass;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/// Writes what is generated for a model or block, each file on behalf of that one type.
final class OutputFiles {
  private final Filer filer;

  OutputFiles(Filer filer) {
    this.filer = filer;
  }

  /// The graph class of a model, and what else comes of it.
  void write(TypeElement model, ModelCompiler.Result result, Problems problems) {
    ModelApi api = result.api();
    if (result.json().isPresent()) {
      writeJson(api, result.json().get(), model);
    }
    writeClass(model, api.packageName(), api.graphName(), result.source(), problems);
    for (Map.Entry<String, String> picture : result.pictures().entrySet()) {
      writePicture(api, picture.getKey(), picture.getValue(), model);
    }
  }

  /// The class beside a model or block that keeps its names.
  void write(TypeElement type, Companion companion, Problems problems) {
    writeClass(
        type,
        companion.packageName(),
        companion.simpleName(),
        CompanionClass.write(companion),
        problems);
  }

  private void writeClass(
      TypeElement origin, String packageName, String simpleName, String source, Problems problems) {
    String name = (packageName.isEmpty() ? "" : packageName + ".") + simpleName;
    try (Writer writer = filer.createSourceFile(name, origin).openWriter()) {
      writer.write(source);
    } catch (FilerException e) {
      problems.add(
          Problem.of(
              ProblemId.NAME_CLASH,
              ElementPlace.of(origin),
              "",
              "Nacre writes the class "
                  + name
                  + " for "
                  + origin.getSimpleName()
                  + ", but there is one of this name",
              "rename one of them"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A picture goes among the generated sources, where it gets into no jar.
  private void writePicture(ModelApi api, String ending, String text, TypeElement model) {
    String file = api.typeName().replace('.', '_') + "." + ending;
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
  private void writeJson(ModelApi api, String json, TypeElement model) {
    try (OutputStream stream =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT, api.packageName(), api.jsonFile(), model)
            .openOutputStream()) {
      stream.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
