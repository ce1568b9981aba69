package io.nacre.processor.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.picture.Picture.Edge;
import io.nacre.processor.picture.Picture.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Blocks are frames around their nodes, one in another; and any text may stand in a picture.
class FramesTest {
  private static final Picture BLOCKS =
      new Picture(
          "Blocks",
          List.of(
              new Node("data", List.of(), "", Color.VARIABLE, false),
              node("in3a_c1_conv", Color.PRODUCT, "in3a", "c1"),
              node("in3a_c3_conv", Color.PRODUCT, "in3a", "c3"),
              node("in3a_c1_relu", Color.ACTIVATION, "in3a", "c1"),
              node("in3a_concat", Color.MOVEMENT, "in3a")),
          List.of(
              new Edge(0, 1, "N x 3"),
              new Edge(0, 2, "N x 3"),
              new Edge(1, 3, "N x 4"),
              new Edge(3, 4, "N x 4"),
              new Edge(2, 4, "N x 4")));

  private static final Picture ODD =
      new Picture(
          "a \"model\"",
          List.of(
              new Node("Previos Output", List.of(), "", Color.VARIABLE, false),
              new Node("end", List.of("x\\y"), "@F(\"a < `b` & #c\")", Color.OTHER, true)),
          List.of(new Edge(0, 1, "2 x 3"), new Edge(0, 1, "2 x 3")));

  private static Node node(String name, Color color, String... blocks) {
    return new Node(name, List.of(blocks), "@Layer", color, false);
  }

  @Test
  void framesInDot() {
    assertEquals(
        """
        digraph "Blocks" {
          node [fontname=Helvetica, fontsize=11, style=filled];
          edge [fontname=Helvetica, fontsize=9];
          "data" [label="data", shape=ellipse, fillcolor="#8dd3c7"];
          subgraph cluster1 {
            label="in3a";
            "in3a_concat" [label="in3a_concat\\n@Layer", shape=box, fillcolor="#fdb462"];
            subgraph cluster2 {
              label="c1";
              "in3a_c1_conv" [label="in3a_c1_conv\\n@Layer", shape=box, fillcolor="#fb8072"];
              "in3a_c1_relu" [label="in3a_c1_relu\\n@Layer", shape=box, fillcolor="#ffffb3"];
            }
            subgraph cluster3 {
              label="c3";
              "in3a_c3_conv" [label="in3a_c3_conv\\n@Layer", shape=box, fillcolor="#fb8072"];
            }
          }
          "data" -> "in3a_c1_conv" [label="N x 3"];
          "data" -> "in3a_c3_conv" [label="N x 3"];
          "in3a_c1_conv" -> "in3a_c1_relu" [label="N x 4"];
          "in3a_c1_relu" -> "in3a_concat" [label="N x 4"];
          "in3a_c3_conv" -> "in3a_concat" [label="N x 4"];
        }
        """,
        DotText.of(BLOCKS));
  }

  @Test
  void framesInMermaid() {
    assertEquals(
        """
        flowchart TB
          n0(["data"])
          subgraph b1["in3a"]
            n4["in3a_concat<br>@Layer"]
            subgraph b2["c1"]
              n1["in3a_c1_conv<br>@Layer"]
              n3["in3a_c1_relu<br>@Layer"]
            end
            subgraph b3["c3"]
              n2["in3a_c3_conv<br>@Layer"]
            end
          end
          n0 -- "N x 3" --> n1
          n0 -- "N x 3" --> n2
          n1 -- "N x 4" --> n3
          n3 -- "N x 4" --> n4
          n2 -- "N x 4" --> n4
          classDef variable fill:#8dd3c7,stroke:#333,color:#000
          class n0 variable
          classDef product fill:#fb8072,stroke:#333,color:#000
          class n1,n2 product
          classDef activation fill:#ffffb3,stroke:#333,color:#000
          class n3 activation
          classDef movement fill:#fdb462,stroke:#333,color:#000
          class n4 movement
        """,
        MermaidText.of(BLOCKS));
  }

  @Test
  void oddTextInDot() {
    assertEquals(
        """
        digraph "a \\"model\\"" {
          node [fontname=Helvetica, fontsize=11, style=filled];
          edge [fontname=Helvetica, fontsize=9];
          "Previos Output" [label="Previos Output", shape=ellipse, fillcolor="#8dd3c7"];
          subgraph cluster1 {
            label="x\\\\y";
            "end" [label="end\\n@F(\\"a < `b` & #c\\")", shape=box, fillcolor="#fccde5", penwidth=2];
          }
          "Previos Output" -> "end" [label="2 x 3"];
          "Previos Output" -> "end" [label="2 x 3"];
        }
        """,
        DotText.of(ODD));
  }

  @Test
  void oddTextInMermaid() {
    assertEquals(
        """
        flowchart TB
          n0(["Previos Output"])
          subgraph b1["x#92;y"]
            n1["end<br>@F(#34;a #60; #96;b#96; #38; #35;c#34;)"]
          end
          n0 -- "2 x 3" --> n1
          n0 -- "2 x 3" --> n1
          classDef variable fill:#8dd3c7,stroke:#333,color:#000
          class n0 variable
          classDef other fill:#fccde5,stroke:#333,color:#000
          class n1 other
          classDef head stroke-width:3px
          class n1 head
        """,
        MermaidText.of(ODD));
  }
}
