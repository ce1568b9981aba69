package io.nacre.processor.inline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ReadModel;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// MXNet's names of nodes that have `@Name`: what `%s` stands for, and what follows from them.
class GivenNamesTest {
  private static final String CONV_FACTORY =
      """
      @Block @interface ConvFactory {
        @Sets("conv") int filters();
        @Sets("conv") int[] kernel();
        interface Body extends BlockBody {
          @Conv(filters = PARAM, kernel = PARAM) @Name("conv_%s") Symbol conv(Symbol data);
          @BatchNorm @Name("bn_%s") Symbol bn(Symbol conv);
          @Relu @Name("relu_%s") Symbol relu(Symbol bn);
        }
      }
      """;

  private static List<String> names(String model) {
    return ReadModel.of(model).layers().orElseThrow().nodes().stream()
        .map(LayerNode::name)
        .toList();
  }

  private static List<String> paths(String model) {
    return ReadModel.of(model).layers().orElseThrow().nodes().stream()
        .map(LayerNode::path)
        .toList();
  }

  private static String model(String nodes) {
    return "@Model interface M { @Input({2, 8, 8}) Symbol data(); " + nodes + " }";
  }

  @Test
  void ofNodesAndWhatTheyMake() {
    String model =
        """
        @Model interface M {
          @Input(8) @Name("Previos Output") Symbol data();
          @Parameter @Name("w/0") Symbol w();
          @FullyConnected(units = 4) @Name("fc-1") Symbol fc1(Symbol data);
          @FullyConnected(units = 4) @Name("100%%/%s%%s") Symbol fc2(Symbol fc1, @Weight Symbol w);
          @SoftmaxOutput @Name("1x1") Symbol out(Symbol fc2);
        }
        """;
    assertEquals(
        List.of(
            "Previos Output", "fc-1_weight", "fc-1_bias", "fc-1", "w/0", "100%/fc2%s_bias",
            "100%/fc2%s", "1x1_label", "1x1"),
        names(model));
    assertEquals(
        List.of(
            "data", "fc1_weight", "fc1_bias", "fc1", "w", "fc2_bias", "fc2", "out_label", "out"),
        paths(model));
  }

  /// `%s` is the name of the use, so that the names are those of the tutorial's functions.
  @Test
  void insideBlocks() {
    assertEquals(
        List.of(
            "data",
            "conv_3a_1x1_weight",
            "conv_3a_1x1_bias",
            "conv_3a_1x1",
            "bn_3a_1x1_gamma",
            "bn_3a_1x1_beta",
            "bn_3a_1x1_moving_mean",
            "bn_3a_1x1_moving_var",
            "bn_3a_1x1",
            "relu_3a_1x1",
            "3a_own-pool",
            "ch_concat_3a_chconcat"),
        names(
            model("@Inception @Name(\"3a\") Symbol in3a(Symbol data);")
                + """
                @Block @interface Inception {
                  interface Body extends BlockBody {
                    @ConvFactory(filters = 4, kernel = 1) @Name("%s_1x1") Symbol c1x1(Symbol data);
                    @MaxPool(kernel = 1) @Name("own-pool") Symbol pool(Symbol data);
                    @Concat @Name("ch_concat_%s_chconcat") Symbol join(Symbol c1x1, Symbol pool);
                  }
                }
                """
                + CONV_FACTORY));
  }

  /// Without `%s` the name stands where the method's would; the use goes before it.
  @Test
  void usesWithAName() {
    String model =
        model("@Plain @Name(\"stage 1\") Symbol stem(Symbol data);")
            + """
            @Block @interface Plain {
              interface Body extends BlockBody {
                @Tanh @Name("a-b") Symbol first(Symbol data);
                @Relu Symbol second(Symbol first);
              }
            }
            """;
    assertEquals(List.of("data", "stage 1_a-b", "stage 1_second"), names(model));
    assertEquals(List.of("data", "stem.first", "stem.second"), paths(model));
  }

  @Test
  void copies() {
    assertEquals(
        List.of("data", "a-b1", "a-b2", "layer1_c-d", "layer2_c-d", "e/f1", "e/f2", "layer1_g/"),
        names(
            model(
                """
                @Repeat(2) @Tanh @Name("a-b") Symbol ab(Symbol data);
                @Repeat(value = 2, prefix = "layer%d_") @Tanh @Name("c-d") Symbol cd(Symbol ab);
                @Repeat(2) @Tanh @Name("e/%s") Symbol f(Symbol cd);
                @Repeat(value = 1, prefix = "layer%d_") @Tanh @Name("%s/") Symbol g(Symbol f);
                """)));
  }

  /// The copies of a block's use are uses, each with its own name; those inside one are numbered.
  @Test
  void copiesAndBlocks() {
    assertEquals(
        List.of("data", "tanh_u/11", "tanh_u/12", "tanh_u/21", "tanh_u/22"),
        names(
            model("@Repeat(2) @Twice @Name(\"u/\") Symbol unit(Symbol data);")
                + """
                @Block @interface Twice {
                  interface Body extends BlockBody {
                    @Repeat(2) @Tanh @Name("tanh_%s") Symbol tanh(Symbol data);
                  }
                }
                """));
  }

  /// In a called model `%s` is the node's own name, as it is when the model stands alone; and calls
  /// that share weights share the names of one of them.
  @Test
  void calls() {
    String encoder =
        """
        @Model interface Encoder {
          @Input({2, 8, 8}) @Name("an image") Symbol image();
          @FullyConnected(units = 3) @Name("enc/%s") Symbol fc(Symbol image);
        }
        """;
    assertEquals(
        List.of(
            "data",
            "1st_an image",
            "1st_enc/fc_weight",
            "1st_enc/fc_bias",
            "1st_enc/fc",
            "right_an image",
            "right_enc/fc",
            "sum"),
        names(
            model(
                    """
                    @Call(Encoder.class) @Name("1st") Symbol left(Symbol data);
                    @Call(value = Encoder.class, weightsOf = "left") Symbol right(Symbol data);
                    @Plus Symbol sum(Symbol left, Symbol right);
                    """)
                + encoder));
  }

  @Test
  void formulasAndHeirs() {
    assertEquals(
        List.of("data", "_mul0", "a value", "the end"),
        names(
            """
            @Model interface M extends Base {
              @Formula("x * x + x") @Name("a value") Symbol value(@From("data") Symbol x);
            }
            @Model interface Base {
              @Input(3) Symbol data();
              @Tanh @Name("replaced") Symbol value(Symbol data);
              @Relu @Name("the end") Symbol end(Symbol value);
            }
            """));
  }

  /// A path says Java's names.
  @Test
  void edgesSayJavasNames() {
    assertEquals(
        List.of("data", "conv_1st_weight", "conv_1st_bias", "conv_1st", "end"),
        names(
            model(
                    """
                    @ConvFactory(filters = 4, kernel = 1) @Name("1st") Symbol stem(Symbol data);
                    @Output @Tanh Symbol end(@From("stem.conv") Symbol conv);
                    """)
                + CONV_FACTORY));
  }

  /// The names of two nodes may be exchanged.
  @Test
  void javaNamesAndMxnetNamesAreApart() {
    String model =
        model(
            """
            @Tanh @Name("b") Symbol a(Symbol data);
            @Tanh @Name("a") Symbol b(Symbol a);
            """);
    assertEquals(List.of("data", "b", "a"), names(model));
    assertEquals("a", ReadModel.of(model).api().heads().getFirst().name());
    assertEquals("b", ReadModel.of(model).api().heads().getFirst().java());
  }
}
