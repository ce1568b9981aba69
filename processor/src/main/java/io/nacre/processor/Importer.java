package io.nacre.processor;

import io.nacre.processor.mxnet.SymbolFile;
import io.nacre.processor.mxnet.SymbolImport;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ImportDeclaration;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.ModelFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// Adds the network of a file to the model that imports it.
final class Importer {
  /// The largest networks have about a megabyte.
  private static final long LONGEST = 16 << 20;

  private final ModelFiles files;
  private final LayerAnnotations annotations;

  /// @param folder the folder of the files, or null to look beside each source file
  Importer(Elements elements, String folder) {
    this.files = new ModelFiles(elements, folder);
    this.annotations = new LayerAnnotations(elements);
  }

  /// A model with all its nodes.
  ///
  /// @param file where they came from; empty if the model is written out, or its file is unusable
  record Imported(ModelDeclaration model, Optional<SymbolFile> file) {}

  /// The model as it is, if it imports nothing.
  Imported complete(ModelDeclaration model, TypeElement type, Problems problems) {
    if (model.imported().isEmpty()) {
      return new Imported(model, Optional.empty());
    }
    return find(model.imported().get(), type, problems)
        .flatMap(path -> read(path, model, problems))
        .map(imported -> new Imported(imported.model(), Optional.of(imported.file())))
        .orElseGet(() -> new Imported(model.asBroken(), Optional.empty()));
  }

  private Optional<Path> find(ImportDeclaration wanted, TypeElement type, Problems problems) {
    Optional<Path> folder = files.folder(type);
    if (folder.isEmpty()) {
      missing(
          wanted,
          "the compiler does not tell where %s is, so %s cannot be found beside it"
              .formatted(type.getSimpleName(), wanted.path()),
          "tell the folder of the files by the compiler's option -Anacre.models=FOLDER",
          problems);
      return Optional.empty();
    }
    Optional<Path> path =
        ModelFiles.resolve(folder.get(), wanted.path()).filter(Files::isRegularFile);
    if (path.isEmpty()) {
      missing(
          wanted,
          "there is no file " + wanted.path() + " in " + folder.get(),
          files.isGiven()
              ? "put it there; the folder is that of the option -Anacre.models"
              : "put it beside the source file, or tell its folder by -Anacre.models=FOLDER",
          problems);
    }
    return path;
  }

  private Optional<SymbolImport.Imported> read(
      Path path, ModelDeclaration model, Problems problems) {
    ImportDeclaration wanted = model.imported().orElseThrow();
    if (!wanted.path().endsWith(".json")) {
      bad(
          wanted,
          wanted.file() + " is of no known kind",
          "import a symbol file of MXNet, NAME-symbol.json",
          problems);
      return Optional.empty();
    }
    try {
      if (Files.size(path) > LONGEST) {
        bad(
            wanted,
            "%s has %d bytes, more than the %d that are read"
                .formatted(wanted.file(), Files.size(path), LONGEST),
            "weights belong in another file",
            problems);
        return Optional.empty();
      }
      try (InputStream text = new BufferedInputStream(Files.newInputStream(path))) {
        return SymbolImport.read(model, text, annotations, problems);
      }
    } catch (IOException e) {
      bad(wanted, wanted.file() + " cannot be read: " + e, "", problems);
      return Optional.empty();
    }
  }

  private static void missing(
      ImportDeclaration wanted, String fact, String hint, Problems problems) {
    problems.add(Problem.of(ProblemId.MISSING_FILE, wanted.place(), "", fact, hint));
  }

  private static void bad(ImportDeclaration wanted, String fact, String hint, Problems problems) {
    problems.add(Problem.of(ProblemId.BAD_FILE, wanted.place(), "", fact, hint));
  }
}
