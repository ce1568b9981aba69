package io.nacre.samples.tutorial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Prints pictures that the compiler has drawn of models, by `-Anacre.diagram=dot,mermaid`:
/// MXNet's `mx.viz.plot_network`.
///
/// They are kept beside the classes, `.mmd` for Mermaid and `.dot` for Graphviz, and a test
/// compares them with those that are drawn now.
final class Picture {
  private Picture() {}

  /// Prints the Mermaid text of a model, for a Markdown page.
  static void print(String model) {
    System.out.println("```mermaid");
    System.out.print(text(model + ".mmd"));
    System.out.println("```");
  }

  private static String text(String file) {
    try (InputStream resource = Picture.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException(file + " is not beside its class");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
