package io.nacre.processor.golden;

import java.util.LinkedHashMap;
import java.util.Map;

/// Models whose sizes divide neither vectors nor blocks of partial sums, with N in all places.
final class AwkwardModels {
  private static final String IMPORTS =
      """
      package awkward;

      import static io.nacre.annotations.Symbol.BATCH;

      import io.nacre.annotations.*;

      """;

  private static final Map<String, String> BODIES = new LinkedHashMap<>();

  static {
    BODIES.put(
        "Images",
        """
        @Input(value = {3, 13, 11}, DTYPE, gradient = true) Symbol data();
        @Conv(filters = 17, kernel = 3, pad = 1) Symbol conv1(Symbol data);
        @Relu Symbol relu1(Symbol conv1);
        @MaxPool(kernel = 3, stride = 2, pad = 1) Symbol pool1(Symbol relu1);
        @Conv(filters = 21, kernel = {3, 2}, stride = {1, 2}, noBias = true)
        Symbol conv2(Symbol pool1);
        @Tanh Symbol tanh2(Symbol conv2);
        @AvgPool(kernel = 2, convention = PoolingConvention.FULL) Symbol pool2(Symbol tanh2);
        @FullyConnected(units = 37) Symbol fc1(Symbol pool2);
        @Sigmoid Symbol sigmoid1(Symbol fc1);
        @FullyConnected(units = 11) Symbol fc2(Symbol sigmoid1);
        @SoftmaxOutput(useIgnore = true, ignoreLabel = 3, normalization = Normalization.VALID)
        Symbol out(Symbol fc2);
        """);
    BODIES.put(
        "LongRuns",
        """
        @Input(value = {5, 9, 23}, DTYPE, gradient = true) Symbol data();
        @Conv(filters = 7, kernel = 1) Symbol conv1(Symbol data);
        @SoftRelu Symbol soft1(Symbol conv1);
        @Conv(filters = 7, kernel = 3, pad = 1, groups = 7) Symbol conv2(Symbol soft1);
        @Plus Symbol sum(Symbol conv2, Symbol soft1);
        @Output @SoftmaxOutput(multiOutput = true, smoothAlpha = 0.1) Symbol map(Symbol sum);
        @SoftSign Symbol sign(Symbol sum);
        @FullyConnected(units = 131) Symbol fc(Symbol sign);
        @Output @SoftmaxOutput(gradScale = 0.3) Symbol out(Symbol fc);
        @Tanh Symbol tanh1(Symbol fc);
        @Output @Times Symbol square(Symbol tanh1, @From("tanh1") Symbol again);
        """);
    BODIES.put(
        "Sequences",
        """
        @Variable(value = {19, BATCH, 66}, DTYPE, gradient = true) Symbol words();
        @Parameter(DTYPE) Symbol w();
        @FullyConnected(units = 66, flatten = false) Symbol fc1(Symbol words, @Weight Symbol w);
        @Tanh Symbol tanh1(Symbol fc1);
        @FullyConnected(units = 66, flatten = false) Symbol fc2(Symbol tanh1, @Weight Symbol w);
        @Minus Symbol minus(Symbol fc2, Symbol words);
        @Output @SoftmaxOutput(preserveShape = true, normalization = Normalization.BATCH)
        Symbol out(Symbol minus);
        @Output @Div Symbol div(Symbol tanh1, Symbol scale);
        @Variable(value = {19, BATCH, 66}, DTYPE, gradient = true) Symbol scale();
        """);
    BODIES.put(
        "BatchLast",
        """
        @Variable(value = {70, 3, BATCH}, DTYPE, gradient = true) Symbol x();
        @Variable(value = {70, 3, 3 * BATCH}, DTYPE, gradient = true) Symbol x3();
        @Sigmoid Symbol s(Symbol x);
        @Output @SoftmaxOutput(multiOutput = true) Symbol out(Symbol s);
        @Output @LinearRegressionOutput Symbol fit(Symbol x3);
        @Output @SoftSign Symbol sign(Symbol x3);
        """);
    BODIES.put(
        "Normalized",
        """
        @Input(value = {3, 13, 11}, DTYPE, gradient = true) Symbol data();
        @Conv(filters = 17, kernel = 3, pad = 1) Symbol conv1(Symbol data);
        @BatchNorm(fixGamma = false) Symbol bn1(Symbol conv1);
        @Relu Symbol relu1(Symbol bn1);
        @BatchNorm(axis = -1, useGlobalStats = true) Symbol bn2(Symbol relu1);
        @FullyConnected(units = 37) Symbol fc1(Symbol bn2);
        @BatchNorm Symbol bn3(Symbol fc1);
        @LinearRegressionOutput Symbol out(Symbol bn3);
        """);
    BODIES.put(
        "Standardized",
        """
        @Input(value = {6, 7, 9}, DTYPE, gradient = true) Symbol data();
        @InstanceNorm Symbol instances(Symbol data);
        @PRelu Symbol prelu(Symbol instances);
        @GroupNorm(numGroups = 3, outputMeanVar = true) Symbol groups(Symbol prelu);
        @Elu(slope = 1) Symbol elu(Symbol groups);
        @LRN(nsize = 3, alpha = 0.5) Symbol lrn(Symbol elu);
        @LayerNorm(axis = 3) Symbol layers(Symbol lrn);
        @Selu Symbol selu(Symbol layers);
        @Output @L2Normalization(mode = L2NormalizationMode.SPATIAL) Symbol length(Symbol selu);
        @Gelu Symbol gelu(Symbol length);
        @LeakyRelu(slope = 0.1) Symbol leaky(Symbol gelu);
        @FullyConnected(units = 11) Symbol fc(Symbol leaky);
        @Output @SVMOutput Symbol out(Symbol fc);
        @Sum(axis = 1) Symbol sum(Symbol fc);
        @Output @AddN
        Symbol all(Symbol sum, @From("sum") Symbol again, Symbol means);
        @Mean(axis = 1) Symbol means(@From(value = "groups", output = 1) Symbol mean);
        """);
    BODIES.put(
        "Reduced",
        """
        @Variable(value = {5, BATCH, 70}, DTYPE, gradient = true) Symbol x();
        @Softmin(axis = 1) Symbol shares(Symbol x);
        @LogSoftmax Symbol logs(Symbol shares);
        @Output @Mean(axis = 1) Symbol mean(Symbol logs);
        @Output @Max(axis = {0, -1}) Symbol max(Symbol x);
        @Output @Min(axis = 0, keepdims = true) Symbol min(Symbol logs);
        @Output @Prod(axis = 2, exclude = true) Symbol product(Symbol x);
        @Output @NanProd(axis = 2) Symbol products(Symbol x);
        @Output @Norm Symbol norm(Symbol x);
        @Output @Norm(axis = 2, ord = 1) Symbol norms(Symbol logs);
        @Output @ArgMax(axis = 1) Symbol best(Symbol x);
        @NanSum(axis = {1, 2}) Symbol sums(Symbol shares);
        @Output @MakeLoss(normalization = Normalization.VALID) Symbol loss(Symbol sums);
        @Variable(value = BATCH, DTYPE) Symbol kind();
        @Mean(axis = 0) Symbol scores(Symbol x);
        @Output @SoftmaxCrossEntropy Symbol entropy(Symbol scores, Symbol kind);
        """);
    BODIES.put(
        "Norms",
        """
        @Input(value = {2, 7, 6, 5}, DTYPE, gradient = true) Symbol data();
        @Conv(filters = 18, kernel = {3, 2, 3}, pad = {1, 0, 1}) Symbol conv1(Symbol data);
        @Sigmoid Symbol s1(Symbol conv1);
        @LpPool(kernel = 2, stride = {1, 2, 1}, pValue = 3) Symbol pool1(Symbol s1);
        @SumPool(kernel = 2, pad = 1, stride = 2) Symbol pool2(Symbol pool1);
        @Pooling(global = true, type = PoolingType.AVG) Symbol pool3(Symbol pool2);
        @Flatten Symbol flat(Symbol pool3);
        @FullyConnected(units = 1) Symbol fc(Symbol flat);
        @LinearRegressionOutput(gradScale = 2) Symbol out(Symbol fc);
        """);
  }

  private AwkwardModels() {}

  /// The sources by full names, which end in the type.
  ///
  /// @param dtype `FLOAT32` or `FLOAT64`
  static Map<String, String> sources(String dtype) {
    Map<String, String> sources = new LinkedHashMap<>();
    BODIES.forEach(
        (name, body) -> {
          String type = name + (dtype.equals("FLOAT32") ? "Single" : "Double");
          sources.put(
              "awkward." + type,
              IMPORTS
                  + "@Model\npublic interface "
                  + type
                  + " {\n"
                  + body.replace("DTYPE", "dtype = DataType." + dtype).indent(2)
                  + "}\n");
        });
    return sources;
  }
}
