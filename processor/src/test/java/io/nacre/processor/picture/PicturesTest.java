package io.nacre.processor.picture;

import static io.nacre.processor.problem.ProblemId.BAD_OPTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.EclipseCompilation;
import io.nacre.processor.ModelCompilation;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.SourceText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `-Anacre.diagram` writes.
class PicturesTest {
  private static final String MODEL =
      """
      @Model interface M {
        @Input({3, 8, 8})                             Symbol data();
        @Parameter                                    Symbol w();
        @Conv(filters = 4, kernel = 3, noBias = true) Symbol conv1(Symbol data, @Weight Symbol w);
        @BatchNorm(outputMeanVar = true)              Symbol bn1(Symbol conv1);
        @Output @Relu                                 Symbol relu1(Symbol bn1);
        @FullyConnected(units = 2)                    Symbol fc1(Symbol relu1);
        @Output @SoftmaxOutput                        Symbol out(Symbol fc1);
      }
      """;

  @Test
  void dot() {
    assertEquals(
        """
        digraph "M" {
          node [fontname=Helvetica, fontsize=11, style=filled];
          edge [fontname=Helvetica, fontsize=9];
          "data" [label="data", shape=ellipse, fillcolor="#8dd3c7"];
          "w" [label="w", shape=ellipse, fillcolor="#8dd3c7"];
          "conv1" [label="conv1\\n@Conv(filters = 4, kernel = 3, noBias = true)", shape=box, \
        fillcolor="#fb8072"];
          "bn1" [label="bn1\\n@BatchNorm(outputMeanVar = true)", shape=box, fillcolor="#bebada"];
          "relu1" [label="relu1\\n@Relu", shape=box, fillcolor="#ffffb3", penwidth=2];
          "fc1" [label="fc1\\n@FullyConnected(units = 2)", shape=box, fillcolor="#fb8072"];
          "out_label" [label="out_label", shape=ellipse, fillcolor="#8dd3c7"];
          "out" [label="out\\n@SoftmaxOutput", shape=box, fillcolor="#b3de69", penwidth=2];
          "data" -> "conv1" [label="N x 3 x 8 x 8"];
          "w" -> "conv1" [label="4 x 3 x 3 x 3"];
          "conv1" -> "bn1" [label="N x 4 x 6 x 6"];
          "bn1" -> "relu1" [label="bn1_output: N x 4 x 6 x 6"];
          "relu1" -> "fc1" [label="N x 4 x 6 x 6"];
          "fc1" -> "out" [label="N x 2"];
          "out_label" -> "out" [label="N"];
        }
        """,
        Drawn.of(MODEL, "dot").get("M.dot"));
  }

  /// The frames are the blocks' uses, and the nodes have MXNet's names.
  @Test
  void namedNodesAreInTheirBlocks() {
    String dot =
        Drawn.of(
                """
                @Model interface M {
                  @Input(3) @Name("Previos Output") Symbol data();
                  @Unit @Name("1st") Symbol unit(Symbol data);
                }
                @Block @interface Unit {
                  interface Body extends BlockBody {
                    @FullyConnected(units = 2) @Name("fc_%s") Symbol fc(Symbol x);
                    @Tanh Symbol end(Symbol fc);
                  }
                }
                """,
                "dot")
            .get("M.dot");
    assertEquals(
        """
          "Previos Output" [label="Previos Output", shape=ellipse, fillcolor="#8dd3c7"];
          subgraph cluster1 {
            label="unit";
            "fc_1st" [label="fc_1st\\n@FullyConnected(units = 2)", shape=box, \
        fillcolor="#fb8072"];
            "1st_end" [label="1st_end\\n@Tanh", shape=box, fillcolor="#ffffb3", penwidth=2];
          }
          "Previos Output" -> "fc_1st" [label="N x 3"];
          "fc_1st" -> "1st_end" [label="N x 2"];
        }
        """,
        dot.lines().skip(3).collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void mermaid() {
    assertEquals(
        """
        flowchart TB
          n0(["data"])
          n1(["w"])
          n2["conv1<br>@Conv(filters = 4, kernel = 3, noBias = true)"]
          n3["bn1<br>@BatchNorm(outputMeanVar = true)"]
          n4["relu1<br>@Relu"]
          n5["fc1<br>@FullyConnected(units = 2)"]
          n6(["out_label"])
          n7["out<br>@SoftmaxOutput"]
          n0 -- "N x 3 x 8 x 8" --> n2
          n1 -- "4 x 3 x 3 x 3" --> n2
          n2 -- "N x 4 x 6 x 6" --> n3
          n3 -- "bn1_output: N x 4 x 6 x 6" --> n4
          n4 -- "N x 4 x 6 x 6" --> n5
          n5 -- "N x 2" --> n7
          n6 -- "N" --> n7
          classDef variable fill:#8dd3c7,stroke:#333,color:#000
          class n0,n1,n6 variable
          classDef product fill:#fb8072,stroke:#333,color:#000
          class n2,n5 product
          classDef activation fill:#ffffb3,stroke:#333,color:#000
          class n4 activation
          classDef normalization fill:#bebada,stroke:#333,color:#000
          class n3 normalization
          classDef score fill:#b3de69,stroke:#333,color:#000
          class n7 score
          classDef head stroke-width:3px
          class n4,n7 head
        """,
        Drawn.of(MODEL, "mermaid").get("M.mmd"));
  }

  /// One use of a block or model is a frame, and so is one inside it; a weight stands with its layer.
  @Test
  void blocks() {
    String model =
        """
        @Block @interface Unit {
          interface Body extends BlockBody {
            @FullyConnected(units = 3) Symbol fc(Symbol x);
            @Tanh                      Symbol tanh_1(Symbol fc);
          }
        }
        @Block @interface Two {
          interface Body extends BlockBody {
            @Unit @Repeat(2) Symbol unit(Symbol x);
          }
        }
        @Model interface Outer {
          @Input(3)                                   Symbol data();
          @Two                                        Symbol a_b(Symbol data);
          @Call(Inner.class)                          Symbol left(Symbol a_b);
          @Call(value = Inner.class, weightsOf = "left") Symbol right(Symbol left);
        }
        @Model interface Inner {
          @Input(3)                                   Symbol data();
          @FullyConnected(units = 3)                  Symbol fc(Symbol data);
        }
        """;
    assertEquals(
        """
        flowchart TB
          n0(["data"])
          subgraph b1["a_b"]
            subgraph b2["unit1"]
              n1["a_b_unit1_fc<br>@FullyConnected(units = 3)"]
              n2["a_b_unit1_tanh_1<br>@Tanh"]
            end
            subgraph b3["unit2"]
              n3["a_b_unit2_fc<br>@FullyConnected(units = 3)"]
              n4["a_b_unit2_tanh_1<br>@Tanh"]
            end
          end
          subgraph b4["left"]
            n5["left_fc<br>@FullyConnected(units = 3)"]
          end
          subgraph b5["right"]
            n6["right_fc<br>@FullyConnected(units = 3)"]
          end
        """,
        Drawn.of(model, "mermaid").get("Outer.mmd").replaceFirst("(?s)  n0 --.*", ""));
    String weights = Drawn.of(model, "mermaid,weights").get("Outer.mmd");
    assertTrue(weights.contains("[\"left\"]\n    n9([\"left_fc_weight\"])"), weights);
  }

  /// As in MXNet, they are hidden unless one asks for them.
  @Test
  void weights() {
    String dot = Drawn.of(MODEL, "dot,weights").get("M.dot");
    for (String weight : List.of("bn1_gamma", "bn1_moving_var", "fc1_weight", "fc1_bias")) {
      String node = "\"%1$s\" [label=\"%1$s\", shape=ellipse".formatted(weight);
      assertTrue(dot.contains(node), dot);
    }
    assertTrue(dot.contains("\"fc1_weight\" -> \"fc1\" [label=\"2 x 144\"]"), dot);
    assertFalse(Drawn.of(MODEL, "dot").get("M.dot").contains("fc1_weight"));
  }

  @Test
  void files() {
    assertEquals(Set.of("M.dot"), Drawn.of(MODEL, "dot").keySet());
    String nested = "package demo; class Outer { " + MODEL + "}";
    assertEquals(
        Set.of("demo/Outer_M.dot", "demo/Outer_M.mmd"),
        Drawn.of(nested, "mermaid,dot").keySet());
  }

  @Test
  void sameUnderEclipse() {
    SourceText source = new SourceText("M", "import io.nacre.annotations.*;\n" + MODEL);
    List<String> options = List.of("-Anacre.vector=off", "-Anacre.diagram=dot");
    EclipseCompilation eclipse =
        EclipseCompilation.of(List.of(source), options, new NacreProcessor());
    assertEquals(Drawn.of(MODEL, "dot").get("M.dot"), eclipse.generated().get("M.dot"));
  }

  @Test
  void aWrongModelHasNone() {
    String wrong = "import io.nacre.annotations.*;\n" + MODEL.replace("units = 2", "units = 0");
    EclipseCompilation eclipse =
        EclipseCompilation.of(
            List.of(new SourceText("M", wrong)),
            List.of("-Anacre.diagram=dot,mermaid"),
            new NacreProcessor());
    assertEquals(Set.of("MGraph.java", "M_Nodes.java"), eclipse.generated().keySet());
  }

  @Test
  void words() {
    ModelCompilation.of(MODEL.replace("interface", "‸interface"))
        .option("-Anacre.diagram=dot,svg")
        .reports(BAD_OPTION, "-Anacre.diagram has no form 'svg'", "forms: dot, mermaid");
    ModelCompilation.of(MODEL.replace("interface", "‸interface"))
        .option("-Anacre.diagram=weights")
        .reports(BAD_OPTION, "-Anacre.diagram names no form", "forms: dot, mermaid");
    ModelCompilation.of(MODEL.replace("interface", "‸interface"))
        .option("-Anacre.diagram=Dot")
        .reports(BAD_OPTION, "-Anacre.diagram has no form 'Dot'", "did you mean dot? forms: dot");
    ModelCompilation.of(MODEL.replace("interface", "‸interface"))
        .option("-Anacre.diagram=dot,,mermaid")
        .reports(BAD_OPTION, "-Anacre.diagram has an empty word: 'dot,,mermaid'", "forms: dot");
  }
}
