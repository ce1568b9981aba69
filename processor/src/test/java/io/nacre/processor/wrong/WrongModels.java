package io.nacre.processor.wrong;

import java.util.List;

/// Mistakes that people have made and asked about, with what the message must hold, and the changes
/// that it names.
///
/// A catalogue, long because it has a model for each mistake.
final class WrongModels {
  /// @param batch N; 0 if it is open
  /// @param nodes the body of the model
  /// @param label the id of its only problem
  /// @param facts what the message must hold, such as both sizes
  record Case(
      String name, int batch, String nodes, String label, List<String> facts, List<Way> ways) {
    Case(String name, int batch, String nodes, String label, List<String> facts, Way... ways) {
      this(name, batch, nodes, label, facts, List.of(ways));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// A way out.
  ///
  /// @param hint a pattern in the message
  /// @param changes texts in the nodes, each followed by what takes its place, in which `$1` is what
  ///     the message has for the first group of the pattern
  record Way(String hint, List<String> changes) {}

  private WrongModels() {}

  static List<Case> all() {
    return List.of(
        new Case(
            "fc-after-flatten",
            0,
            """
            @Input({6, 12, 12}) Symbol data();
            @Conv(filters = 16, kernel = 5) Symbol conv2(Symbol data);
            @Flatten Symbol flat(Symbol conv2);
            @Parameter({120, 400}) Symbol w();
            @FullyConnected(units = 120) Symbol fc1(Symbol flat, @Weight Symbol w);
            """,
            "WeightShape",
            List.of("120 x 400", "120 x 1024", "flat gives 1024 features"),
            way("declare w (@Parameter\\(\\{.*?\\}\\))", "@Parameter({120, 400})", "$1")),
        new Case(
            "conv-kernel-exceeds",
            0,
            """
            @Input({1, 10, 10}) Symbol data();
            @Conv(filters = 20, kernel = 5) Symbol conv1(Symbol data);
            @MaxPool(kernel = 2, stride = 2) Symbol pool1(Symbol conv1);
            @Conv(filters = 50, kernel = 5) Symbol conv2(Symbol pool1);
            """,
            "KernelTooLarge",
            List.of("kernel 5x5", "input 3x3", "pool1"),
            way("kernel of at most (\\d+)x", "50, kernel = 5", "50, kernel = $1"),
            way("(pad = \\{1, 1\\})", "50, kernel = 5", "50, kernel = 5, $1")),
        new Case(
            "pooled-to-nothing",
            0,
            """
            @Input({1, 28, 28}) Symbol data();
            @Conv(filters = 4, kernel = 3, pad = 1) Symbol conv0(Symbol data);
            @MaxPool(kernel = 2, stride = 2) Symbol pool0(Symbol conv0);
            @Conv(filters = 4, kernel = 3, pad = 1) Symbol conv1(Symbol pool0);
            @MaxPool(kernel = 2, stride = 2) Symbol pool1(Symbol conv1);
            @Conv(filters = 4, kernel = 3, pad = 1) Symbol conv2(Symbol pool1);
            @MaxPool(kernel = 2, stride = 2) Symbol pool2(Symbol conv2);
            @Conv(filters = 4, kernel = 3, pad = 1) Symbol conv3(Symbol pool2);
            @MaxPool(kernel = 2, stride = 2) Symbol pool3(Symbol conv3);
            @Conv(filters = 4, kernel = 3, pad = 1) Symbol conv4(Symbol pool3);
            @MaxPool(kernel = 2, stride = 2) Symbol pool4(Symbol conv4);
            """,
            "KernelTooLarge",
            List.of("kernel 2x2", "input 1x1", "conv4"),
            way(
                "kernel of at most (\\d+)x",
                "@MaxPool(kernel = 2, stride = 2) Symbol pool4",
                "@MaxPool(kernel = $1, stride = 2) Symbol pool4")),
        new Case(
            "residual-missing-pad",
            0,
            """
            @Input({8, 14, 14}) Symbol data();
            @Conv(filters = 8, kernel = 3) Symbol conv1(Symbol data);
            @Plus Symbol sum(Symbol data, Symbol conv1);
            """,
            "ShapeMismatch",
            List.of("data is N x 8 x 14 x 14", "conv1 is N x 8 x 12 x 12"),
            way("set (pad = \\d+) on conv1", "kernel = 3", "kernel = 3, $1")),
        new Case(
            "residual-channels",
            0,
            """
            @Input({8, 14, 14}) Symbol data();
            @Conv(filters = 16, kernel = 3, pad = 1) Symbol conv1(Symbol data);
            @Plus Symbol sum(Symbol data, Symbol conv1);
            """,
            "ShapeMismatch",
            List.of("data is N x 8 x 14 x 14", "conv1 is N x 16 x 14 x 14"),
            way("set filters = (\\d+) on conv1", "filters = 16", "filters = $1"),
            way(
                "bring data to N x 16 x 14 x 14: (@Conv\\(.*?\\))",
                "@Plus Symbol sum(Symbol data,",
                "$1 Symbol wide(Symbol data);\n@Plus Symbol sum(Symbol wide,")),
        new Case(
            "concat-unet-odd",
            0,
            """
            @Input({3, 35, 52}) Symbol data();
            @Conv(filters = 4, kernel = 3, pad = 1) Symbol enc(Symbol data);
            @MaxPool(kernel = 2, stride = 2) Symbol down(Symbol enc);
            @UpSampling(scale = 2) Symbol up(Symbol down);
            @Concat Symbol skip(Symbol up, Symbol enc);
            """,
            "ShapeMismatch",
            List.of("34 x 52", "35 x 52", "down makes 17 of 35 on axis 2"),
            way("use 34 or (\\d+) there", "{3, 35, 52}", "{3, $1, 52}"),
            way(
                "(@SliceLike.*Symbol up\\))",
                "@Concat Symbol skip(Symbol up, Symbol enc)",
                "$1;\n@Concat Symbol skip(Symbol up, Symbol enc_cut)")),
        new Case(
            "concat-pool-rounding",
            0,
            """
            @Input({4, 70, 126}) Symbol data();
            @Conv(filters = 4, kernel = 3, stride = 2) Symbol conv(Symbol data);
            @MaxPool(kernel = 3, stride = 2, convention = PoolingConvention.FULL)
            Symbol pool(Symbol data);
            @Concat Symbol mix(Symbol conv, Symbol pool);
            """,
            "ShapeMismatch",
            List.of("34 x 62", "35 x 63"),
            way("set convention = (\\S+) on pool", "PoolingConvention.FULL", "$1")),
        new Case(
            "nhwc-into-nchw",
            0,
            """
            @Input({28, 28, 3}) Symbol data();
            @Conv(filters = 8, kernel = 3) Symbol conv1(Symbol data);
            """,
            "ChannelsLast",
            List.of("28 x 28 x 3", "conv1"),
            way("write (@Input\\(.*?\\}\\))", "@Input({28, 28, 3})", "$1")),
        new Case(
            "groups-in",
            0,
            """
            @Input({4, 8, 8}) Symbol data();
            @Conv(filters = 6, kernel = 1, groups = 3) Symbol gconv(Symbol data);
            """,
            "Groups",
            List.of("4 channels of data", "3 groups"),
            way("use groups = (\\d+),", "groups = 3", "groups = $1")),
        new Case(
            "groups-out",
            0,
            """
            @Input({4, 8, 8}) Symbol data();
            @Conv(filters = 5, kernel = 3, groups = 2) Symbol gconv(Symbol data);
            """,
            "Groups",
            List.of("5 filters", "2 groups"),
            way("use filters = (\\d+)", "filters = 5", "filters = $1"),
            way("or groups = (\\d+)", "groups = 2", "groups = $1")),
        new Case(
            "reshape-count",
            0,
            """
            @Input({128, 8, 70}) Symbol data();
            @MaxPool(kernel = 2, stride = 2) Symbol pool(Symbol data);
            @Reshape(shape = {35, 512}) Symbol seq(Symbol pool);
            """,
            "Reshape",
            List.of("35 x 512 holds 17920", "17920N"),
            way("use shape = (\\{.*?\\})", "{35, 512}", "$1")),
        new Case(
            "reshape-minus1",
            0,
            """
            @Input(840) Symbol data();
            @Reshape(shape = {-1, 144, 40}) Symbol views(Symbol data);
            """,
            "Reshape",
            List.of("840N / 5760"),
            way("use shape = (\\{.*?\\})", "{-1, 144, 40}", "$1")),
        new Case(
            "reshape-eats-batch",
            25,
            """
            @Input({16, 6, 4}) Symbol data();
            @Reshape(shape = {-1, 400}) Symbol flat(Symbol data);
            @FullyConnected(units = 10) Symbol fc(Symbol flat);
            @SoftmaxOutput Symbol softmax(Symbol fc);
            """,
            "BatchReshaped",
            List.of("24 rows", "25 samples", "384 numbers", "a row 400"),
            way("use shape = (\\{.*?\\})", "{-1, 400}", "$1")),
        new Case(
            "reshape-eats-any-batch",
            0,
            """
            @Input({16, 6, 4}) Symbol data();
            @Reshape(shape = {-1, 400}) Symbol flat(Symbol data);
            @FullyConnected(units = 10) Symbol fc(Symbol flat);
            @SoftmaxOutput Symbol softmax(Symbol fc);
            """,
            "Reshape",
            List.of("384N / 400"),
            way("use shape = (\\{.*?\\})", "{-1, 400}", "$1")),
        new Case(
            "label-onehot",
            0,
            """
            @Input(20) Symbol data();
            @Label(50) Symbol label();
            @FullyConnected(units = 51) Symbol fc(Symbol data);
            @SoftmaxOutput Symbol softmax(Symbol fc, @As("label") Symbol label);
            """,
            "LabelShape",
            List.of("label is N x 50", "scores N x 51 of fc", "one-hot"),
            way(
                "a label of shape N, which it has if its shape is left out",
                "@Label(50)",
                "@Label"),
            way("probabilities of shape N x (\\d+)", "@Label(50)", "@Label($1)")),
        new Case(
            "conv-head-label",
            0,
            """
            @Input({4, 1, 1}) Symbol data();
            @Label({}) Symbol digit();
            @Conv(filters = 10, kernel = 1) Symbol cccp6(Symbol data);
            @SoftmaxOutput(multiOutput = true) Symbol softmax(Symbol cccp6, @As("label") Symbol digit);
            """,
            "LabelShape",
            List.of("digit is N,", "N x 10 x 1 x 1"),
            way(
                "put a @Flatten after cccp6 and drop multiOutput",
                "@SoftmaxOutput(multiOutput = true) Symbol softmax(Symbol cccp6",
                "@Flatten Symbol flat(Symbol cccp6);\n@SoftmaxOutput Symbol softmax(Symbol flat"),
            way("give the label the shape N x (\\d+)", "@Label({})", "@Label($1)")),
        new Case(
            "mean-without-keepdims",
            6,
            """
            @Input(6) Symbol data();
            @Mean(axis = 1) Symbol mean(Symbol data);
            @BroadcastMinus Symbol centred(Symbol data, Symbol mean);
            """,
            "DroppedAxis",
            List.of("lost axis 1", "axis 0 is matched with axis 1"),
            way("keep the axis: (@Mean\\(.*\\))", "@Mean(axis = 1)", "$1")),
        new Case(
            "mean-of-rows-without-keepdims",
            0,
            """
            @Input(7) Symbol data();
            @Mean(axis = 1) Symbol mean(Symbol data);
            @BroadcastMinus Symbol centred(Symbol data, Symbol mean);
            """,
            "ShapeMismatch",
            List.of("data is N x 7", "mean is N"),
            way("(keepdims = true)", "axis = 1", "axis = 1, $1"),
            way(
                "(@ExpandDims\\(axis = \\d\\))",
                "@BroadcastMinus Symbol centred(Symbol data, Symbol mean)",
                "$1 Symbol column(Symbol mean);\n@BroadcastMinus Symbol centred(Symbol data, Symbol column)")),
        new Case(
            "attention-no-transpose",
            0,
            """
            @Input({3, 4}) Symbol q();
            @Input({5, 4}) Symbol k();
            @Input({5, 6}) Symbol v();
            @BatchDot Symbol score(Symbol q, Symbol k);
            @Softmax Symbol p(Symbol score);
            @BatchDot Symbol mixed(Symbol p, Symbol v);
            """,
            "ShapeMismatch",
            List.of("are 4 and 5", "N x 3 x 4", "N x 5 x 4"),
            way(
                "with (transposeB = true) it is N x 3 x 5",
                "@BatchDot Symbol score",
                "@BatchDot($1) Symbol score")),
        new Case(
            "heads-not-dividing",
            0,
            """
            @Input({5, 100}) Symbol x();
            @Reshape(shape = {0, 0, 8, -1}) Symbol heads(Symbol x);
            """,
            "Reshape",
            List.of("100 / 8 is 12.5"),
            way("use shape = (\\{.*?\\})", "{0, 0, 8, -1}", "$1"),
            way("such as (\\d+) or", "{5, 100}", "{5, $1}")),
        new Case(
            "split-not-even",
            0,
            """
            @Variable({16, 1, 128}) Symbol data();
            @SliceChannel(outputs = 16, axis = 1) Symbol steps(Symbol data);
            """,
            "UnevenSplit",
            List.of("has the size 1", "16 equal parts"),
            way("axis = (\\d), which has 16", "axis = 1", "axis = $1"),
            way("use outputs = (\\d+)", "outputs = 16", "outputs = $1")),
        new Case(
            "rnn-input-size",
            0,
            """
            @Input(300) Symbol enc();
            @Input(100) Symbol dec();
            @Parameter Symbol w();
            @Parameter Symbol b();
            @Output @FullyConnected(units = 20) Symbol enc_i2h(Symbol enc, @Weight Symbol w, @Bias Symbol b);
            @Output @FullyConnected(units = 20) Symbol dec_i2h(Symbol dec, @Weight Symbol w, @Bias Symbol b);
            """,
            "WeightShape",
            List.of("enc_i2h, where it is 20 x 300", "20 x 100"),
            way(
                "remove w from (\\w+), which then makes weight itself",
                "Symbol $1(Symbol dec, @Weight Symbol w,",
                "Symbol $1(Symbol dec,"),
            way("give both the same input sizes as enc_i2h has", "@Input(100)", "@Input(300)")),
        new Case(
            "fused-rnn-input-size",
            0,
            """
            @Variable({7, BATCH, 300}) Symbol enc();
            @Variable({5, BATCH, 100}) Symbol dec();
            @Variable Symbol h();
            @Parameter Symbol w();
            @Output @RNN(mode = RNNMode.GRU, stateSize = 20)
            Symbol a(Symbol enc, @As("parameters") Symbol w, Symbol h);
            @Output @RNN(mode = RNNMode.GRU, stateSize = 20)
            Symbol b(Symbol dec, @As("parameters") Symbol w, Symbol h);
            """,
            "WeightShape",
            List.of("19320", "7320", "dec gives 100 numbers a step"),
            way(
                "remove w from (\\w+), which then makes parameters itself",
                "Symbol $1(Symbol dec, @As(\"parameters\") Symbol w,",
                "Symbol $1(Symbol dec,")),
        new Case(
            "rnn-layout",
            64,
            """
            @Input({150, 125}) Symbol data();
            @Variable Symbol h();
            @RNN(mode = RNNMode.GRU, stateSize = 8) Symbol rnn(Symbol data, Symbol h);
            """,
            "TimeFirst",
            List.of("time is the first axis", "64 samples"),
            way(
                "(@SwapAxes\\(.*?\\))",
                "Symbol rnn(Symbol data,",
                "Symbol rnn(Symbol steps,",
                "@Variable Symbol h();",
                "@Variable Symbol h();\n$1 Symbol steps(Symbol data);"),
            way("declare (@Variable\\(.*?\\}\\))", "@Input({150, 125})", "$1")),
        new Case(
            "duplicate-name",
            0,
            """
            @Input(4) Symbol data();
            @FullyConnected(units = 5) Symbol fc1(Symbol data);
            @FullyConnected(units = 5) Symbol fc1(Symbol fc1, @Weight Symbol w);
            @Parameter Symbol w();
            """,
            "Overload",
            List.of("fc1(Symbol fc1, Symbol w)", "fc1(Symbol data)"),
            way("rename one of them", "fc1(Symbol fc1", "fc2(Symbol fc1")),
        new Case(
            "unknown-input-name",
            0,
            """
            @Input(6) Symbol data();
            @FullyConnected(units = 10) Symbol fc(Symbol data);
            @SoftmaxOutput Symbol out(Symbol fc, @As("label") Symbol softmax_label);
            """,
            "UnknownEdge",
            List.of("no node is named softmax_label", "data, fc, out"),
            way("declare it, such as (@Label Symbol \\w+\\(\\);)", "@Input(6)", "$1\n@Input(6)")),
        new Case(
            "misspelt-edge",
            0,
            """
            @Input(6) Symbol data();
            @FullyConnected(units = 10) Symbol fc1(Symbol data);
            @Relu Symbol relu1(Symbol fc);
            """,
            "UnknownEdge",
            List.of("no node is named fc", "data, fc1, relu1"),
            way("did you mean (\\w+)\\?", "relu1(Symbol fc)", "relu1(Symbol $1)")),
        new Case(
            "misspelt-argument",
            0,
            """
            @Input(6) Symbol data();
            @Parameter Symbol w();
            @FullyConnected(units = 10) Symbol fc1(Symbol data, @As("wieght") Symbol w);
            """,
            "WrongArguments",
            List.of("@FullyConnected has no argument wieght"),
            way("did you mean (\\w+)\\?", "wieght", "$1")),
        new Case(
            "undetermined-shape",
            0,
            """
            @Input(3) Symbol data();
            @Parameter Symbol scale();
            @BroadcastTimes Symbol scaled(Symbol data, Symbol scale);
            """,
            "UndeterminedShape",
            List.of("scale: its shape cannot be inferred"),
            way("such as (@Parameter\\(\\{1, 3\\}\\))", "@Parameter", "$1")),
        new Case(
            "undetermined-input",
            0,
            """
            @Variable Symbol data();
            @Conv(filters = 8, kernel = 3) Symbol conv1(Symbol data);
            """,
            "UndeterminedShape",
            List.of("data: its shape cannot be inferred"),
            way("such as (@Variable\\(\\{.*?\\}\\))", "@Variable", "$1")),
        new Case(
            "undetermined-matrix",
            0,
            """
            @Input(3) Symbol data();
            @Parameter Symbol w();
            @Dot Symbol product(Symbol data, Symbol w);
            """,
            "UndeterminedShape",
            List.of("w: its shape cannot be inferred"),
            way("such as (@Parameter\\(\\{3, \\d+\\}\\))", "@Parameter", "$1")));
  }

  private static Way way(String hint, String... changes) {
    return new Way(hint, List.of(changes));
  }
}
