package io.nacre.processor.golden;

/// A network of many blocks of two kinds, whose sizes grow from use to use, so that each use has
/// shapes of its own. Each gives four scores, and these are added up.
final class LargeModel {
  private static final String BLOCKS =
      """
      @Block @interface ConvUnit {
        @Sets("conv") int filters();
        interface Body extends BlockBody {
          @Conv(filters = PARAM, kernel = 3, pad = 1, noBias = true) Symbol conv(Symbol data);
          @BatchNorm(fixGamma = false)                               Symbol bn(Symbol conv);
          @Relu                                                      Symbol relu(Symbol bn);
        }
      }
      @Block @interface DenseUnit {
        @Sets("fc1.units") int inner();
        @Sets("fc2.units") int outer();
        interface Body extends BlockBody {
          @FullyConnected(units = PARAM)  Symbol fc1(Symbol data);
          @Tanh                           Symbol tanh(Symbol fc1);
          @FullyConnected(units = PARAM)  Symbol fc2(Symbol tanh);
          @Sigmoid                        Symbol sigmoid(Symbol fc2);
        }
      }
      """;

  private LargeModel() {}

  /// @param type of its numbers: `FLOAT64`
  /// @param convUnits how many uses of the first block, twice repeated; each makes eight nodes
  /// @param denseUnits how many of the second; each makes six
  static String source(String name, String type, int convUnits, int denseUnits) {
    StringBuilder model = new StringBuilder("import io.nacre.annotations.*;\n").append(BLOCKS);
    model.append("@Model public interface ").append(name).append(" {\n");
    String input = "  @Input(value = {3, 6, 6}, dtype = DataType.%s) Symbol data();\n";
    model.append(input.formatted(type));
    for (int i = 0; i < convUnits; i++) {
      String use = "  @Repeat(2) @ConvUnit(filters = %d) Symbol u%d_(Symbol data);\n";
      model.append(use.formatted(3 + i, i));
      addScores(model, i, "u" + i + "_");
    }
    for (int i = convUnits; i < convUnits + denseUnits; i++) {
      String use = "  @DenseUnit(inner = %d, outer = %d) Symbol u%d(Symbol data);\n";
      model.append(use.formatted(5 + 2 * (i - convUnits), 6 + 2 * (i - convUnits), i));
      addScores(model, i, "u" + i);
    }
    int last = convUnits + denseUnits - 1;
    return model
        .append("  @SoftmaxOutput Symbol out(Symbol sum%d);\n}\n".formatted(last))
        .toString();
  }

  private static void addScores(StringBuilder model, int i, String unit) {
    String score = "  @FullyConnected(units = 4) Symbol %s(Symbol %s);\n";
    if (i == 0) {
      model.append(score.formatted("sum0", unit));
      return;
    }
    model.append(score.formatted("s" + i, unit));
    String sum = "  @Plus Symbol sum%d(Symbol sum%d, Symbol s%d);\n";
    model.append(sum.formatted(i, i - 1, i));
  }
}
