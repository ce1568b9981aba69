package io.nacre.processor.golden;

import static io.nacre.processor.golden.SameBitsTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// A network that is made of blocks, copies and calls is the one that is written out: the same arguments
/// in the same order, the same shapes, and the same numbers.
class BlockNetworksTest {

  /// A residual network of blocks within blocks, and the same by hand.
  @Test
  void blocks() {
    same(
        """
        @Model public interface Made {
          @Input(value = {2, 9, 9}, gradient = true) Symbol data();
          @ConvNormRelu(filters = 4, kernel = 3, pad = 1) Symbol stem(Symbol data);
          @Repeat(2) @Residual(4) Symbol unit(Symbol stem);
          @Fork(filters = 3, act = ActivationType.SIGMOID) Symbol fork(Symbol unit);
          @Plus Symbol both(Symbol fork, @From(value = "fork", output = 1) Symbol second);
          @Plus Symbol inner(Symbol both, @From("fork.left.norm") Symbol norm);
          @FullyConnected(units = 4) Symbol fc(Symbol inner);
          @SoftmaxOutput Symbol out(Symbol fc);
        }
        """,
        """
        @Model public interface Written {
          @Input(value = {2, 9, 9}, gradient = true) Symbol data();
          @Conv(filters = 4, kernel = 3, pad = 1, noBias = true) Symbol stem_conv(Symbol data);
          @BatchNorm(fixGamma = false) Symbol stem_norm(Symbol stem_conv);
          @Relu Symbol stem_relu(Symbol stem_norm);
          @Conv(filters = 4, kernel = 3, pad = 1, noBias = true)
          Symbol unit1_a_conv(Symbol stem_relu);
          @BatchNorm(fixGamma = false) Symbol unit1_a_norm(Symbol unit1_a_conv);
          @Relu Symbol unit1_a_relu(Symbol unit1_a_norm);
          @Conv(filters = 4, kernel = 1, pad = 0) Symbol unit1_b(Symbol unit1_a_relu);
          @Plus Symbol unit1_sum(Symbol unit1_b, Symbol stem_relu);
          @Conv(filters = 4, kernel = 3, pad = 1, noBias = true)
          Symbol unit2_a_conv(Symbol unit1_sum);
          @BatchNorm(fixGamma = false) Symbol unit2_a_norm(Symbol unit2_a_conv);
          @Relu Symbol unit2_a_relu(Symbol unit2_a_norm);
          @Conv(filters = 4, kernel = 1, pad = 0) Symbol unit2_b(Symbol unit2_a_relu);
          @Plus Symbol unit2_sum(Symbol unit2_b, Symbol unit1_sum);
          @Conv(filters = 3, kernel = 1, pad = 0, noBias = true)
          Symbol fork_left_conv(Symbol unit2_sum);
          @BatchNorm(fixGamma = false) Symbol fork_left_norm(Symbol fork_left_conv);
          @Relu Symbol fork_left_relu(Symbol fork_left_norm);
          @Conv(filters = 3, kernel = 3, pad = 1) Symbol fork_conv(Symbol unit2_sum);
          @Sigmoid Symbol fork_right(Symbol fork_conv);
          @Plus Symbol both(Symbol fork_left_relu, Symbol fork_right);
          @Plus Symbol inner(Symbol both, Symbol fork_left_norm);
          @FullyConnected(units = 4) Symbol fc(Symbol inner);
          @SoftmaxOutput Symbol out(Symbol fc);
        }
        """,
        """
        @Block @interface ConvNormRelu {
          @Sets("conv") int filters();
          @Sets("conv") int[] kernel();
          @Sets("conv") int[] pad() default 0;
          interface Body extends BlockBody {
            @Conv(filters = PARAM, kernel = PARAM, noBias = true) Symbol conv(Symbol data);
            @BatchNorm(fixGamma = false) Symbol norm(Symbol conv);
            @Relu Symbol relu(Symbol norm);
          }
        }
        @Block @interface Residual {
          @Sets({"a.filters", "b.filters"}) int value();
          interface Body extends BlockBody {
            @ConvNormRelu(filters = PARAM, kernel = 3, pad = 1) Symbol a(Symbol data);
            @Conv(filters = PARAM, kernel = 1, pad = 0) Symbol b(Symbol a);
            @Plus Symbol sum(Symbol b, Symbol data);
          }
        }
        @Block @interface Fork {
          @Sets({"left.filters", "conv.filters"}) int filters();
          @Sets("right.value") ActivationType act();
          interface Body extends BlockBody {
            @Output @ConvNormRelu(filters = PARAM, kernel = 1) Symbol left(Symbol x);
            @Conv(filters = PARAM, kernel = 3, pad = 1) Symbol conv(Symbol x);
            @Output @Activation(ActivationType.RELU) Symbol right(Symbol conv);
          }
        }
        """);
  }

  @Test
  void copies() {
    same(
        """
        @Model public interface Made {
          @Input(6) Symbol data();
          @Repeat(3) @FullyConnected(units = 5) Symbol fc(Symbol data);
          @Repeat(value = 2, prefix = "part%d_") @Dense(5) Symbol d(Symbol fc);
          @Repeat(2) @Minus Symbol less(Symbol d, Symbol fc);
          @LinearRegressionOutput Symbol out(Symbol less);
        }
        """,
        """
        @Model public interface Written {
          @Input(6) Symbol data();
          @FullyConnected(units = 5) Symbol fc1(Symbol data);
          @FullyConnected(units = 5) Symbol fc2(Symbol fc1);
          @FullyConnected(units = 5) Symbol fc3(Symbol fc2);
          @FullyConnected(units = 5) Symbol part1_d_fc(Symbol fc3);
          @Tanh Symbol part1_d_tanh(Symbol part1_d_fc);
          @FullyConnected(units = 5) Symbol part2_d_fc(Symbol part1_d_tanh);
          @Tanh Symbol part2_d_tanh(Symbol part2_d_fc);
          @Minus Symbol less1(Symbol part2_d_tanh, Symbol fc3);
          @Minus Symbol less2(Symbol less1, Symbol fc3);
          @LinearRegressionOutput Symbol out(Symbol less2);
        }
        """,
        """
        @Block @interface Dense {
          @Sets("fc.units") int value();
          interface Body extends BlockBody {
            @FullyConnected(units = PARAM) Symbol fc(Symbol data);
            @Tanh Symbol tanh(Symbol fc);
          }
        }
        """);
  }

  /// A siamese network with a loss of each half, whose weights and moving averages both halves share.
  @Test
  void calls() {
    same(
        """
        @Model public interface Made {
          @Input({2, 5, 5}) Symbol first();
          @Input({2, 5, 5}) Symbol second();
          @Call(Half.class) Symbol left(Symbol first);
          @Call(value = Half.class, weightsOf = "left") Symbol right(Symbol second);
          @Output @Minus Symbol distance(Symbol left, Symbol right);
          @Output @Tanh Symbol more(@From(value = "left", output = 1) Symbol act);
        }
        """,
        """
        @Model public interface Written {
          @Input({2, 5, 5}) Symbol first();
          @Input({2, 5, 5}) Symbol second();
          @Parameter Symbol left_shift();
          @Parameter Symbol left_conv_weight();
          @Parameter Symbol left_conv_bias();
          @Parameter Symbol left_norm_gamma();
          @Parameter Symbol left_norm_beta();
          @Auxiliary Symbol left_norm_moving_mean();
          @Auxiliary Symbol left_norm_moving_var();
          @FullyConnected(units = 5, flatten = false, noBias = true)
          Symbol left_sum(Symbol first, @Weight Symbol left_shift);
          @Conv(filters = 3, kernel = 3)
          Symbol left_conv(
              Symbol left_sum, @Weight Symbol left_conv_weight, @Bias Symbol left_conv_bias);
          @BatchNorm(fixGamma = false)
          Symbol left_norm(
              Symbol left_conv,
              Symbol left_norm_gamma,
              Symbol left_norm_beta,
              Symbol left_norm_moving_mean,
              Symbol left_norm_moving_var);
          @Relu Symbol left_act(Symbol left_norm);
          @FullyConnected(units = 5, flatten = false, noBias = true)
          Symbol right_sum(Symbol second, @Weight Symbol left_shift);
          @Conv(filters = 3, kernel = 3)
          Symbol right_conv(
              Symbol right_sum, @Weight Symbol left_conv_weight, @Bias Symbol left_conv_bias);
          @BatchNorm(fixGamma = false)
          Symbol right_norm(
              Symbol right_conv,
              Symbol left_norm_gamma,
              Symbol left_norm_beta,
              Symbol left_norm_moving_mean,
              Symbol left_norm_moving_var);
          @Output @Minus Symbol distance(Symbol left_norm, Symbol right_norm);
          @Output @Tanh Symbol more(Symbol left_act);
        }
        """,
        """
        @Model interface Half {
          @Input({2, 5, 5}) Symbol image();
          @Parameter Symbol shift();
          @FullyConnected(units = 5, flatten = false, noBias = true)
          Symbol fc(Symbol image, @Weight Symbol shift);
          @Conv(filters = 3, kernel = 3) Symbol conv(Symbol fc);
          @Output @BatchNorm(fixGamma = false) Symbol norm(Symbol conv);
          @Output @Relu Symbol act(Symbol norm);
        }
        """);
  }

  @Test
  void lossesOfCalledModels() {
    same(
        """
        @Model public interface Made {
          @Input(value = 4, gradient = true) Symbol data();
          @Tanh Symbol tanh(Symbol data);
          @Output @Call(Losses.class) Symbol net(@As("x") Symbol tanh, Symbol data);
        }
        """,
        """
        @Model public interface Written {
          @Input(value = 4, gradient = true) Symbol data();
          @Tanh Symbol tanh(Symbol data);
          @Label Symbol net_target();
          @Plus Symbol net_sum(Symbol tanh, Symbol data);
          @FullyConnected(units = 4) Symbol net_fc(Symbol net_sum);
          @Output @SoftmaxOutput Symbol net_kind(Symbol net_fc);
          @Output @LinearRegressionOutput Symbol net_score(Symbol net_fc, Symbol net_target);
        }
        """,
        """
        @Model interface Losses {
          @Input(4) Symbol x();
          @Variable({BATCH, 4}) Symbol state();
          @Label Symbol target();
          @Plus Symbol sum(Symbol x, Symbol state);
          @FullyConnected(units = 4) Symbol fc(Symbol sum);
          @Output @SoftmaxOutput Symbol kind(Symbol fc);
          @Output @LinearRegressionOutput Symbol score(Symbol fc, Symbol target);
        }
        """);
  }

  @Test
  void inheritance() {
    same(
        """
        @Model public interface Made extends Parent {
          @Input({1, 6, 6}) Symbol data();
          @Tanh Symbol act(Symbol conv);
        }
        """,
        """
        @Model public interface Written {
          @Input({1, 6, 6}) Symbol data();
          @Conv(filters = 2, kernel = 3) Symbol conv(Symbol data);
          @Tanh Symbol act(Symbol conv);
          @FullyConnected(units = 4) Symbol fc(Symbol act);
          @SoftmaxOutput Symbol out(Symbol fc);
        }
        """,
        """
        @Model interface Parent {
          @Input({1, 8, 8}) Symbol data();
          @Conv(filters = 2, kernel = 3) Symbol conv(Symbol data);
          @Relu Symbol act(Symbol conv);
          @FullyConnected(units = 4) Symbol fc(Symbol act);
          @SoftmaxOutput Symbol out(Symbol fc);
        }
        """);
  }

  private static void same(String made, String written, String others) {
    Map<String, String> sources = new HashMap<>();
    sources.put("nets.Made", source(made + others));
    sources.put("nets.Written", source(written));
    ModelBatch batch = ModelBatch.compile(sources);
    try (BoundModel first = bind(batch, "nets.Made");
        BoundModel second = bind(batch, "nets.Written")) {
      GraphSpec actual = first.graph().spec();
      GraphSpec expected = second.graph().spec();
      assertEquals(expected.listArguments(), actual.listArguments());
      assertEquals(expected.listOutputs(), actual.listOutputs());
      assertEquals(expected.listAuxiliaryStates(), actual.listAuxiliaryStates());
      assertEquals(List.of(expected.inputs(), expected.labels()), List.of(actual.inputs(), actual.labels()));
      assertEquals(expected.parameters(), actual.parameters());
      assertEquals(expected.heads(), actual.heads());
      Example example = Example.of(second, 3, 11);
      assertSameBits(example.run(second), example.run(first), "made of parts");
      for (String state : expected.listAuxiliaryStates()) {
        assertEquals(
            List.of(second.graph().parameters().auxiliary(state).toFloats()[0]),
            List.of(first.graph().parameters().auxiliary(state).toFloats()[0]),
            state);
      }
    }
  }

  private static BoundModel bind(ModelBatch batch, String type) {
    return BoundModel.bind(batch.graph(type), Device.cpu(), OptionalInt.of(3));
  }

  private static String source(String types) {
    return """
        package nets;

        import static io.nacre.annotations.Symbol.BATCH;

        import io.nacre.annotations.*;

        """
        + types;
  }
}
