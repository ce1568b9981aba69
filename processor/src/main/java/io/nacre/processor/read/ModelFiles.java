package io.nacre.processor.read;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// Where the files are that models import.
public final class ModelFiles {
  private final Elements elements;
  private final Optional<String> folder;

  /// @param option the folder of `-Anacre.models`; null to look beside each source file
  public ModelFiles(Elements elements, String option) {
    this.elements = elements;
    this.folder = Optional.ofNullable(option);
  }

  /// The folder to which the paths of a model are relative; empty if the compiler does not tell
  /// where its source file is.
  public Optional<Path> folder(TypeElement model) {
    return folder.isPresent() ? resolve(Path.of(""), folder.get()) : sourceFolder(model);
  }

  /// Whether an option tells the folder.
  public boolean isGiven() {
    return folder.isPresent();
  }

  /// Not every compiler knows source files, and not every source is a file.
  private Optional<Path> sourceFolder(TypeElement model) {
    try {
      URI source = elements.getFileObjectOf(model).toUri();
      return Optional.ofNullable(Path.of(source).getParent());
    } catch (UnsupportedOperationException
        | IllegalArgumentException
        | FileSystemNotFoundException
        | NullPointerException e) {
      return Optional.empty();
    }
  }

  /// @return empty if no file can have this name
  public static Optional<Path> resolve(Path folder, String path) {
    try {
      return Optional.of(folder.resolve(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
