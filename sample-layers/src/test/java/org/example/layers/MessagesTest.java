package org.example.layers;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.NacreProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the layers say to those who use them wrongly.
class MessagesTest {
  private static final String MODEL =
      """
      import io.nacre.annotations.*;
      import org.example.layers.*;
      @Model interface Net {
        @Input(5) Symbol data();
        @Output @RMSNorm(axis = 2) Symbol axis(Symbol data);
        @Output @RMSNorm(eps = -1) Symbol eps(Symbol data);
        @Output @RMSNorm(axis = 0) Symbol samples(Symbol data);
        @Output @HuberOutput(delta = 0) Symbol delta(Symbol data);
        @Label(4) Symbol four();
        @Output @Mish Symbol nothing();
        @Output @HuberOutput Symbol label(Symbol data, Symbol four);
      }
      """;

  private static final List<String> MESSAGES =
      List.of(
          "[nacre/BadAttribute] axis: axis = 2, but data N x 5 has 2 axes",
          "[nacre/BadAttribute] eps: eps = -1 cannot keep a divisor from being 0",
          "[nacre/BatchArithmetic] samples: data is N x 5",
          "[nacre/BadAttribute] delta: delta = 0 is no error",
          "[nacre/LabelShape] label: label four is declared N x 4",
          "[nacre/WrongArguments] nothing: @Mish takes (data)");

  @Test
  void javac() {
    JavaFileObject model = JavaFileObjects.forSourceString("Net", MODEL);
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions("-Anacre.vector=off")
            .compile(model);
    for (int i = 0; i < MESSAGES.size(); i++) {
      assertThat(compilation).hadErrorContaining(MESSAGES.get(i)).inFile(model).onLine(5 + i);
    }
    assertThat(compilation).hadErrorCount(MESSAGES.size());
  }

  /// ECJ, the compiler of Eclipse and VS Code, reads annotations by code of its own.
  @Test
  void eclipse(@TempDir Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Net.java"), MODEL);
    StringWriter said = new StringWriter();
    String path = System.getProperty("java.class.path");
    BatchCompiler.compile(
        new String[] {
          "-25", "-warn:none", "-classpath", path, "-processorpath", path, "-Anacre.vector=off",
          "-d", folder.toString(), "-s", folder.toString(), source.toString()
        },
        new PrintWriter(said),
        new PrintWriter(said),
        null);
    for (String message : MESSAGES) {
      assertTrue(said.toString().contains(message), said::toString);
    }
    assertTrue(said.toString().contains(MESSAGES.size() + " problems"), said::toString);
  }
}
