package io.nacre.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an editor offers to who types a dot: little enough to be read at a glance, and what a network is
/// fed and gives is among it.
class CompletionTest {
  private static final int MOST = 15;

  private static final SourceText MODEL =
      new SourceText(
          "demo.Net",
          """
          package demo;
          import io.nacre.annotations.*;
          @Model
          public interface Net {
            @Input({1, 28, 28})                Symbol data();
            @Input(value = 5, gradient = true) Symbol more();
            @Conv(filters = 9, kernel = 5, noBias = true) Symbol conv1(Symbol data);
            @BatchNorm                         Symbol bn1(Symbol conv1);
            @FullyConnected(units = 5)         Symbol fc1(Symbol bn1);
            @Plus                              Symbol sum(Symbol fc1, Symbol more);
            @Output @SoftmaxOutput             Symbol out(Symbol sum);
            @Output @Tanh                      Symbol features(Symbol sum);
          }
          """);

  private static final Set<String> OF_EVERY_OBJECT =
      Arrays.stream(Object.class.getMethods())
          .map(method -> method.getName())
          .collect(Collectors.toSet());

  private static JShell shell;

  @BeforeAll
  static void open(@TempDir Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = List.of("-d", classes.toString(), "-Anacre.vector=off");
    JavaCompiler.CompilationTask task =
        compiler.getTask(null, null, null, options, null, List.of(MODEL));
    task.setProcessors(List.of(new NacreProcessor()));
    assertTrue(task.call());
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(classes.toString());
    String own = System.getProperty("java.class.path");
    Stream.of(own.split(File.pathSeparator)).forEach(shell::addToClasspath);
    shell.eval("import demo.NetGraph;");
    assertEquals(
        Snippet.Status.VALID, shell.eval("NetGraph net = null;").getFirst().status());
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @Test
  void aGraphHasFewMembers() {
    Set<String> members = completions("net.");
    assertTrue(members.size() <= MOST, members::toString);
    assertTrue(members.containsAll(Set.of("forward", "backward", "infer")), members::toString);
  }

  @Test
  void theTypeHasItsInputsAndHeads() {
    Set<String> members = completions("NetGraph.");
    assertTrue(members.size() <= MOST, members::toString);
    Set<String> roles = Set.of("Data", "More", "OutLabel", "FeaturesGradient", "Heads");
    assertTrue(members.containsAll(roles), members::toString);
  }

  @Test
  void theArgumentsOfAMethodAreTheInputs() {
    assertEquals(
        Set.of("NetGraph.Heads NetGraph.forward(NetGraph.Data, NetGraph.More, NetGraph.OutLabel)"),
        signatures("net.forward("));
    assertEquals(
        Set.of("NetGraph.Heads NetGraph.infer(NetGraph.Data, NetGraph.More)"),
        signatures("net.infer("));
    assertEquals(
        Set.of("void NetGraph.backward(NetGraph.FeaturesGradient)"), signatures("net.backward("));
  }

  @Test
  void whatComesBackHasTheHeadsAndNothingElse() {
    assertEquals(Set.of("out", "features"), completions("net.infer(null, null)."));
  }

  @Test
  void parametersComeByName() {
    Set<String> members = completions("net.parameters().");
    Set<String> own = Set.of("conv1_weight", "bn1_gamma", "bn1_beta", "fc1_weight", "fc1_bias");
    assertTrue(members.containsAll(own), members::toString);
  }

  /// The names that can follow, methods without their parentheses, but not those of every object.
  private static Set<String> completions(String typed) {
    return shell.sourceCodeAnalysis()
        .completionSuggestions(typed, typed.length(), new int[1])
        .stream()
        .map(suggestion -> suggestion.continuation().replaceAll("\\(.*", ""))
        .filter(name -> !OF_EVERY_OBJECT.contains(name) && !name.equals("class"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> signatures(String typed) {
    return shell.sourceCodeAnalysis().documentation(typed, typed.length(), false).stream()
        .map(SourceCodeAnalysis.Documentation::signature)
        .map(signature -> signature.replace("demo.", ""))
        .collect(Collectors.toSet());
  }
}
