package io.nacre.processor.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ReadModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The order of nodes is that of MXNet 1.9.1's `list_arguments`, from which the expected ones come.
class ResolverTest {
  @Test
  void chain() {
    LayerGraph graph =
        resolve(
            """
            @Model interface M {
              @Input(784) Symbol data();
              @FullyConnected(units = 128) Symbol fc1(Symbol data);
              @Relu Symbol relu1(Symbol fc1);
              @FullyConnected(units = 10) Symbol fc2(Symbol relu1);
              @SoftmaxOutput Symbol out(Symbol fc2);
            }
            """);
    assertEquals(
        List.of("data", "fc1_weight", "fc1_bias", "fc2_weight", "fc2_bias", "out_label"),
        arguments(graph));
    assertEquals("[out]", heads(graph).toString());
    assertEquals(0, graph.batch());
  }

  @Test
  void depthFirstWhateverTheDeclarationOrder() {
    LayerGraph graph =
        resolve(
            """
            @Model interface M {
              @SoftmaxOutput Symbol out(Symbol sum);
              @Plus Symbol sum(Symbol right, Symbol left);
              @FullyConnected(units = 4) Symbol left(Symbol a);
              @FullyConnected(units = 4, noBias = true) Symbol right(Symbol b);
              @Input(4) Symbol a();
              @Input(4) Symbol b();
            }
            """);
    assertEquals(
        List.of("b", "right_weight", "a", "left_weight", "left_bias", "out_label"),
        arguments(graph));
  }

  @Test
  void sharedWeight() {
    LayerGraph graph =
        resolve(
            """
            @Model interface M {
              @Input(8) Symbol data();
              @Parameter Symbol w();
              @FullyConnected(units = 8) Symbol fc1(@Weight Symbol w, Symbol data);
              @FullyConnected(units = 8) Symbol fc2(Symbol fc1, @Weight Symbol w);
            }
            """);
    assertEquals(List.of("data", "w", "fc1_bias", "fc2_bias"), arguments(graph));
    LayerNode fc2 = graph.heads().getFirst().node();
    assertEquals("fc2 = @FullyConnected(units = 8) (fc1, w, fc2_bias)", fc2.text());
  }

  @Test
  void headsInDeclarationOrder() {
    LayerGraph graph =
        resolve(
            """
            @Model interface M {
              @Input(8) Symbol data();
              @Output @FullyConnected(units = 8) Symbol fc1(Symbol data);
              @Output @LinearRegressionOutput Symbol score(Symbol fc1, Symbol target);
              @Label Symbol target();
              @Tanh Symbol unused(Symbol fc1);
            }
            """);
    assertEquals("[fc1, score]", heads(graph).toString());
    assertEquals(List.of("data", "fc1_weight", "fc1_bias", "target"), arguments(graph));
  }

  @Test
  void impliedVariablesSayWhoseTheyAre() {
    LayerGraph graph =
        resolve(
            """
            @Model(batch = 4) interface M {
              @Input(8) Symbol data();
              @SoftmaxOutput Symbol out(Symbol data);
            }
            """);
    LayerNode label = graph.nodes().get(1);
    assertTrue(label.implied());
    assertEquals("@Label of out", label.attributes().description());
    assertFalse(label.attributes().written("value"));
    assertEquals(4, graph.batch());
  }

  @Test
  void longChain() {
    int length = 5_000;
    String nodes =
        IntStream.rangeClosed(1, length)
            .mapToObj(i -> "@Tanh Symbol n%d(Symbol n%d);".formatted(i, i - 1))
            .collect(Collectors.joining("\n"));
    LayerGraph graph = resolve("@Model interface M { @Input(8) Symbol n0();\n" + nodes + "}");
    assertEquals(length + 1, graph.nodes().size());
    assertEquals("n" + length, graph.heads().getFirst().node().name());
  }

  private static List<LayerNode> heads(LayerGraph graph) {
    return graph.heads().stream().map(LayerEdge::node).toList();
  }

  private static LayerGraph resolve(String model) {
    ReadModel read = ReadModel.of(model);
    assertEquals(List.of(), read.problems().all());
    return read.layers().orElseThrow();
  }

  private static List<String> arguments(LayerGraph graph) {
    return graph.nodes().stream()
        .filter(node -> node.arguments().isEmpty())
        .map(LayerNode::name)
        .toList();
  }
}
