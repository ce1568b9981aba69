package io.nacre.processor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/// Keeps all that a compiler writes in memory. The class path is read from the disk.
///
/// ECJ takes sources that are no files only from a source path; so there is one, which holds whatever
/// the compiler is given, and nothing to be found by name.
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, MemoryFile> written = new TreeMap<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  /// The text of each file that was written to a location, by its name there.
  Map<String, String> texts(String location) {
    Map<String, String> texts = new TreeMap<>();
    written.forEach(
        (name, file) -> {
          if (name.startsWith(location + "/")) {
            texts.put(name.substring(location.length() + 1), file.text());
          }
        });
    return texts;
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return location == StandardLocation.SOURCE_PATH || super.contains(location, file);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    return location == StandardLocation.SOURCE_PATH
        ? List.of()
        : super.list(location, packageName, kinds, recurse);
  }

  @Override
  public JavaFileObject getJavaFileForInput(
      Location location, String className, JavaFileObject.Kind kind) throws IOException {
    return location == StandardLocation.SOURCE_PATH
        ? null
        : super.getJavaFileForInput(location, className, kind);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return file(location, className.replace('.', '/') + kind.extension, kind);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    return file(location, folder + relativeName, JavaFileObject.Kind.OTHER);
  }

  private MemoryFile file(Location location, String path, JavaFileObject.Kind kind) {
    return written.computeIfAbsent(
        location.getName() + "/" + path, name -> new MemoryFile(name, kind));
  }

  /// One file that was written; the last text counts.
  static final class MemoryFile extends SimpleJavaFileObject {
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private MemoryFile(String name, Kind kind) {
      super(URI.create("memory:///" + name), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      bytes = new ByteArrayOutputStream();
      return bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text();
    }

    private String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
