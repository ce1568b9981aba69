package io.nacre.processor.layer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_SHAPE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;
import static io.nacre.processor.problem.ProblemId.MISSING_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.RESHAPE;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.UNEVEN_SPLIT;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.nacre.processor.ModelCompilation;
import io.nacre.processor.NacreProcessor;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Mistakes with layers that move elements: where the caret is, both numbers, and a way out that
/// compiles.
///
/// A catalogue of models, long because it is read from top to bottom.
class MovementProblemsTest {

  /// Models with the change that a hint names, compiled together in the end.
  private static final List<JavaFileObject> MENDED = new ArrayList<>();

  /// One problem in a model of these nodes, and a change that the hint names.
  ///
  /// @param old what to replace; without its `‸`
  private static void problem(
      String nodes, ProblemId id, String fact, String hint, String old, String now) {
    ModelCompilation.of("@Model interface M {\n" + nodes + "}\n").reports(id, fact, hint);
    String wrong = nodes.replace("‸", "");
    String mended = wrong.replace(old, now);
    assertNotEquals(wrong, mended);
    String name = "Mended" + MENDED.size();
    MENDED.add(
        JavaFileObjects.forSourceString(
            name,
            """
            import static io.nacre.annotations.Symbol.BATCH;
            import io.nacre.annotations.*;
            @Model interface %s {
            %s}
            """
                .formatted(name, mended)));
  }

  @AfterAll
  static void everyWayOutCompiles() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NacreProcessor())
            .withOptions("-Anacre.vector=off")
            .compile(MENDED);
    assertEquals(List.of(), compilation.errors());
    assertEquals(List.of(), compilation.warnings());
  }

  @Test
  void skipConnectionOfOddSize() {
    String nodes =
        """
        @Input({3, 35, 52}) Symbol data();
        @Conv(filters = 4, kernel = 3, pad = 1) Symbol enc(Symbol data);
        @MaxPool(kernel = 2, stride = 2) Symbol down(Symbol enc);
        @UpSampling(scale = 2) Symbol up(Symbol down);
        @Concat Symbol skip(Symbol up, Symbol ‸enc);
        """;
    problem(
        nodes,
        SHAPE_MISMATCH,
        "skip: up is N x 4 x 34 x 52, but enc is N x 4 x 35 x 52: axis 2 differs",
        "down makes 17 of 35 on axis 2, which 2 does not divide: use 34 or 36 there, or cut enc to"
            + " the size of up: @SliceLike(axes = {2}) Symbol enc_cut(Symbol enc, Symbol up)",
        "@Concat Symbol skip(Symbol up, Symbol enc);",
        """
        @SliceLike(axes = {2}) Symbol enc_cut(Symbol enc, Symbol up);
        @Concat Symbol skip(Symbol up, Symbol enc_cut);
        """);
    problem(nodes, SHAPE_MISMATCH, "34", "use 34 or 36 there", "35", "36");
  }

  @Test
  void branchesThatRoundDifferently() {
    problem(
        """
        @Input({4, 70, 126}) Symbol data();
        @Conv(filters = 4, kernel = 3, stride = 2) Symbol conv(Symbol data);
        @MaxPool(kernel = 3, stride = 2, convention = PoolingConvention.FULL)
        Symbol pool(Symbol data);
        @Concat Symbol mix(Symbol conv, Symbol ‸pool);
        """,
        SHAPE_MISMATCH,
        "conv is N x 4 x 34 x 62, but pool is N x 4 x 35 x 63: axes 2 and 3 differ",
        "set convention = PoolingConvention.VALID on pool",
        "PoolingConvention.FULL",
        "PoolingConvention.VALID");
  }

  @Test
  void anyOfSeveralPartsIsNamed() {
    problem(
        """
        @Input({4, 8, 8}) Symbol a();
        @Conv(filters = 2, kernel = 3) Symbol b(Symbol a);
        @Concat Symbol c(@From("a") Symbol one, Symbol a, Symbol ‸b);
        """,
        SHAPE_MISMATCH,
        "a is N x 4 x 8 x 8, but b is N x 2 x 6 x 6: axes 2 and 3 differ",
        "set pad = 1 on b",
        "kernel = 3",
        "kernel = 3, pad = 1");
    problem(
        """
        @Input(3) Symbol a();
        @Input(4) Symbol b();
        @Stack Symbol c(Symbol a, Symbol ‸b);
        """,
        SHAPE_MISMATCH,
        "a is N x 3, but b is N x 4: axis 1 differs",
        "bring a to N x 4: @FullyConnected(units = 4)",
        "@Stack Symbol c(Symbol a, Symbol b);",
        """
        @FullyConnected(units = 4) Symbol wide(Symbol a);
        @Stack Symbol c(Symbol wide, Symbol b);
        """);
    problem(
        """
        @Input(3) Symbol a();
        @Input({3, 4}) Symbol b();
        @Concat(axis = 2) Symbol c(Symbol a, Symbol ‸b);
        """,
        SHAPE_MISMATCH,
        "a is N x 3, but b is N x 3 x 4: 2 and 3 axes",
        "@ExpandDims adds one of size 1",
        "@Concat(axis = 2) Symbol c(Symbol a, Symbol b);",
        """
        @ExpandDims(axis = 2) Symbol one(Symbol a);
        @Concat(axis = 2) Symbol c(Symbol one, Symbol b);
        """);
  }

  @Test
  void sumsThatAreNoMultipleOfN() {
    problem(
        """
        @Input(3) Symbol a();
        @Variable({2, 3}) Symbol b();
        @Concat(axis = 0) Symbol c(Symbol a, Symbol ‸b);
        """,
        BATCH_ARITHMETIC,
        "axis 0 is N in a, but 2 in b: N + 2 is no multiple of N",
        "join along another axis, or fix the batch",
        "{2, 3}",
        "{2 * BATCH, 3}");
  }

  @Test
  void axesThatAreNotThere() {
    problem(
        """
        @Input(3) Symbol a();
        @Concat(axis = ‸2) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "axis = 2, but a N x 3 has 2 axes",
        "use 0 to 1, or -2 to -1",
        "axis = 2",
        "axis = -2");
    problem(
        """
        @Input({3, 5}) Symbol a();
        @ExpandDims(axis = ‸4) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "axis = 4, but with a new axis a N x 3 x 5 has 4",
        "use 0 to 3",
        "axis = 4",
        "axis = 3");
    problem(
        """
        @Input({3, 5}) Symbol a();
        @Transpose(axes = ‸{0, 2}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "axes names 2 of the 3 axes of a N x 3 x 5",
        "axes = {0, 2, 1}",
        "{0, 2}",
        "{0, 2, 1}");
    problem(
        """
        @Input({3, 5}) Symbol a();
        @Transpose(axes = {0, 2, ‸-1}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "axes has axis 2 twice",
        "name each axis once",
        "-1",
        "-2");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @Squeeze(axis = {1, ‸2}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "axis 2 of a N x 1 x 5 has the size 5, not 1",
        "axis = {1}",
        "{1, 2}",
        "{1}");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @Reverse(axis = ‸{}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "axis names no axis",
        "such as axis = 1",
        "axis = {}",
        "axis = 1");
  }

  @Test
  void partsThatAreNotEqual() {
    problem(
        """
        @Variable({16, 1, 128}) Symbol data();
        @SliceChannel(outputs = ‸16, axis = 1) Symbol steps(Symbol data);
        """,
        UNEVEN_SPLIT,
        "axis 1 of data 16 x 1 x 128 has the size 1, which cannot be cut into 16 equal parts",
        "use outputs = 1; or axis = 0, which has 16",
        "axis = 1",
        "axis = 0");
    problem(
        """
        @Input(10) Symbol data();
        @SliceChannel(outputs = ‸4) Symbol parts(Symbol data);
        """,
        UNEVEN_SPLIT,
        "has the size 10, which cannot be cut into 4 equal parts",
        "use outputs = 2 or 5",
        "outputs = 4",
        "outputs = 5");
    problem(
        """
        @Input(6) Symbol data();
        @SliceChannel(outputs = 2, squeezeAxis = ‸true) Symbol steps(Symbol data);
        """,
        BAD_ATTRIBUTE,
        "each part of axis 1 of data N x 6 has the size 3, so the axis cannot go",
        "use outputs = 6",
        "outputs = 2",
        "outputs = 6");
    problem(
        """
        @Input(6) Symbol data();
        @SliceChannel(outputs = ‸0) Symbol steps(Symbol data);
        """,
        BAD_ATTRIBUTE,
        "outputs = 0 is not from 1 to 4096",
        "such as 2",
        "outputs = 0",
        "outputs = 2");
    ModelCompilation.of(
            """
            @Model(batch = 16) interface M {
              @Input(4) Symbol data();
              @SliceChannel(outputs = 2, axis = 0) Symbol halves(Symbol data);
            }
            """)
        .succeeds();
    ModelCompilation.of(
            """
            @Model interface M {
              @Input(4) Symbol data();
              @SliceChannel(outputs = ‸2, axis = 0) Symbol halves(Symbol data);
            }
            """)
        .reports(
            UNEVEN_SPLIT,
            "axis 0 of data N x 4 has the size N",
            "fix the batch to a multiple of 2: @Model(batch = 16)");
  }

  @Test
  void blocksThatDoNotFit() {
    problem(
        """
        @Input({6, 5, 5}) Symbol a();
        @DepthToSpace(blockSize = ‸2) Symbol c(Symbol a);
        """,
        UNEVEN_SPLIT,
        "a N x 6 x 5 x 5 has 6 channels, which 4 does not divide",
        "such as 4 or 8",
        "{6, 5, 5}",
        "{8, 5, 5}");
    problem(
        """
        @Input({6, 9, 6}) Symbol a();
        @SpaceToDepth(blockSize = ‸2) Symbol c(Symbol a);
        """,
        UNEVEN_SPLIT,
        "has the height 9, which 2 does not divide",
        "use blockSize = 3",
        "blockSize = 2",
        "blockSize = 3");
    problem(
        """
        @Input({6, 9}) Symbol a();
        @SpaceToDepth(blockSize = 3) Symbol c(Symbol ‸a);
        """,
        WRONG_RANK,
        "a is N x 6 x 9, but @SpaceToDepth takes images of 4 axes",
        "N x C x H x W",
        "{6, 9}",
        "{6, 9, 3}");
  }

  @Test
  void slicesBeyondTheAxis() {
    problem(
        """
        @Input(10) Symbol a();
        @SliceAxis(axis = 1, begin = 5, end = ‸12) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "end = 12 lies outside axis 1 of a N x 10, which has the size 10",
        "use at most 10, or leave it out",
        "end = 12",
        "end = 10");
    problem(
        """
        @Input(10) Symbol a();
        @SliceAxis(axis = 1, begin = ‸-11) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "begin = -11 lies outside axis 1",
        "use at least -10",
        "-11",
        "-10");
    problem(
        """
        @Input(10) Symbol a();
        @Slice(begin = {Symbol.NONE, ‸4}, end = {Symbol.NONE, 2}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "nothing is left of axis 1 of a N x 10 from 4 to 2 by 1",
        "let begin be below end, and both from 0 to 10",
        "4}",
        "0}");
    problem(
        """
        @Input(10) Symbol a();
        @Slice(begin = {0, ‸2}, end = {BATCH, 5}, step = {1, -1}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "from 2 to 5 by -1",
        "let begin be above end, since the order is falling",
        "{0, 2}",
        "{0, 8}");
    problem(
        """
        @Input(10) Symbol a();
        @Slice(begin = {0, 2}, end = ‸{BATCH}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "end has 1 number, but begin has 2",
        "Symbol.NONE leaves one open",
        "{BATCH}",
        "{BATCH, Symbol.NONE}");
    problem(
        """
        @Input(10) Symbol a();
        @Slice(begin = ‸{0, 2, 3}, end = {BATCH, 5, 3}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "begin has 3 numbers, but a N x 10 has 2 axes",
        "write at most 2 numbers",
        ", 3}",
        "}");
    problem(
        """
        @Input(10) Symbol a();
        @Slice(begin = {0, 2}, end = {BATCH, 5}, step = {1, ‸0}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "step = 0 goes nowhere",
        "use 1 for every element",
        "0})",
        "1})");
  }

  @Test
  void slicesOfTheBatch() {
    problem(
        """
        @Input(10) Symbol a();
        @SliceAxis(axis = 0, begin = ‸1) Symbol c(Symbol a);
        """,
        BATCH_ARITHMETIC,
        "axis 0 of a N x 10 has the size N, and from 1 to the edge by 1 is not the same part",
        "take all of it",
        "begin = 1",
        "begin = 0");
    problem(
        """
        @Variable({2 * BATCH, 10}) Symbol a();
        @SliceAxis(axis = 0, end = ‸3) Symbol c(Symbol a);
        """,
        BATCH_ARITHMETIC,
        "has the size 2N",
        "cut it at multiples of BATCH",
        "end = 3",
        "end = BATCH");
    problem(
        """
        @Input(10) Symbol a();
        @Slice(begin = {0, 2}, end = {BATCH, ‸BATCH}) Symbol c(Symbol a);
        """,
        BATCH_ARITHMETIC,
        "has the size 10, which is no multiple of BATCH",
        "use a number from 0 to 10",
        ", BATCH}",
        ", 10}");
    ModelCompilation.of(
            """
            @Model(batch = 4) interface M {
              @Input(10) Symbol a();
              @SliceAxis(axis = 0, begin = 1) Symbol c(Symbol a);
            }
            """)
        .succeeds();
  }

  @Test
  void cutsThatAreTooLarge() {
    problem(
        """
        @Input({4, 6}) Symbol a();
        @Input({5, 6}) Symbol b();
        @SliceLike Symbol c(Symbol ‸a, Symbol b);
        """,
        SHAPE_MISMATCH,
        "axis 1 of a has the size 4, less than the 5 of b",
        "swap the two",
        "Symbol a, Symbol b",
        "Symbol b, Symbol a");
    problem(
        """
        @Input({4, 6}) Symbol a();
        @Input(3) Symbol b();
        @SliceLike Symbol c(Symbol a, Symbol ‸b);
        """,
        SHAPE_MISMATCH,
        "a is N x 4 x 6, but b is N x 3: 3 and 2 axes",
        "name axes that both have: axes = 0 to 1",
        "@SliceLike",
        "@SliceLike(axes = 1)");
    problem(
        """
        @Input(6) Symbol a();
        @Variable({3, 6}) Symbol b();
        @SliceLike Symbol c(Symbol a, Symbol ‸b);
        """,
        BATCH_ARITHMETIC,
        "axis 0 is N in a, but 3 in b",
        "leave axis 0 out of axes",
        "@SliceLike",
        "@SliceLike(axes = 1)");
    problem(
        """
        @Input({3, 8, 8}) Symbol a();
        @Crop(hW = {‸9, 4}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "a window of height 9 does not fit into the height 8 of a",
        "use at most 8",
        "9",
        "8");
    problem(
        """
        @Input({3, 8, 8}) Symbol a();
        @Crop(hW = {6, 4}, offset = {‸3, 0}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "a window of height 6 from 3 on does not fit into the height 8 of a",
        "use at most 2",
        "{3, 0}",
        "{2, 0}");
    problem(
        """
        @Input({3, 8, 8}) Symbol a();
        ‸@Crop Symbol c(Symbol a);
        """,
        MISSING_ATTRIBUTE,
        "the window has no height and width",
        "write hW = {24, 24}",
        "@Crop",
        "@Crop(hW = {2, 2})");
    problem(
        """
        @Input({3, 8, 8}) Symbol a();
        @Crop(hW = ‸{2}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "hW = {2} is not two numbers of at least 1",
        "the height, then the one of the width",
        "{2}",
        "{2, 2}");
  }

  @Test
  void aBatchAxisLeftOut() {
    problem(
        """
        @Input({128, 8, 70}) Symbol data();
        @MaxPool(kernel = 2, stride = 2) Symbol pool(Symbol data);
        @Reshape(shape = ‸{35, 512}) Symbol seq(Symbol pool);
        """,
        RESHAPE,
        "seq: 35 x 512 holds 17920 numbers, but pool N x 128 x 4 x 35 holds 17920N",
        "use shape = {0, 35, 512}, which keeps the batch",
        "{35, 512}",
        "{0, 35, 512}");
  }

  @Test
  void restsThatDoNotComeOutWhole() {
    problem(
        """
        @Input(840) Symbol data();
        @Reshape(shape = {‸-1, 144, 40}) Symbol views(Symbol data);
        """,
        RESHAPE,
        "views: the -1 does not come out whole for data N x 840: 840N / 5760 is 0.1458 N",
        "use shape = {0, -1, 40}",
        "{-1, 144, 40}",
        "{0, -1, 40}");
    problem(
        """
        @Input({16, 6, 4}) Symbol data();
        @Reshape(shape = {‸-1, 16 * 5 * 5}) Symbol flat(Symbol data);
        @FullyConnected(units = 10) Symbol fc(Symbol flat);
        @SoftmaxOutput Symbol softmax(Symbol fc);
        """,
        RESHAPE,
        "flat: the -1 does not come out whole for data N x 16 x 6 x 4: 384N / 400 is 0.96 N",
        "use shape = {0, -1}, which keeps the batch",
        "{-1, 16 * 5 * 5}",
        "{0, -1}");
    String heads =
        """
        @Input({5, 100}) Symbol x();
        @Reshape(shape = {0, 0, 8, ‸-1}) Symbol heads(Symbol x);
        """;
    String fact = "the -1 does not come out whole for x N x 5 x 100: 100 / 8 is 12.5";
    problem(
        heads, RESHAPE, fact, "use shape = {0, 0, 10, -1}", "{0, 0, 8, -1}", "{0, 0, 10, -1}");
    problem(
        heads, RESHAPE, fact, "make axis 2 of x a multiple of 8, such as 96 or 104", "100", "104");
    problem(
        """
        @Input({5, 100}) Symbol x();
        @Reshape(shape = {0, 0, -4, ‸8, -1}) Symbol heads(Symbol x);
        """,
        RESHAPE,
        "100 / 8 is 12.5",
        "use shape = {0, 0, -4, 10, -1}",
        "-4, 8",
        "-4, 10");
    problem(
        """
        @Input({4, 6}) Symbol x();
        @Reshape(shape = {64, ‸-1}) Symbol y(Symbol x);
        """,
        RESHAPE,
        "24N / 64 is 0.375 N",
        "use shape = {24, -1}",
        "64",
        "24");
    problem(
        """
        @Variable({6, 4}) Symbol x();
        @Reshape(shape = {BATCH, ‸-1}) Symbol y(Symbol x);
        """,
        RESHAPE,
        "24 / N depends on the batch",
        "use shape = {0, -1}",
        "{BATCH, -1}",
        "{0, -1}");
  }

  @Test
  void countsThatDiffer() {
    problem(
        """
        @Input({4, 6}) Symbol x();
        @Reshape(shape = ‸{0, 5, 5}) Symbol y(Symbol x);
        """,
        RESHAPE,
        "N x 5 x 5 holds 25N numbers, but x N x 4 x 6 holds 24N",
        "use shape = {0, -1}",
        "{0, 5, 5}",
        "{0, -1}");
    problem(
        """
        @Input({4, 6}) Symbol x();
        @Reshape(shape = {0, 0, -4, ‸4, 2}) Symbol y(Symbol x);
        """,
        RESHAPE,
        "4 x 2 is 8, not the 6 of axis 2, of x N x 4 x 6",
        "use shape = {0, 0, -4, -1, 2}",
        "4, 2}",
        "-1, 2}");
    problem(
        """
        @Input(12) Symbol a();
        @Input({3, 5}) Symbol b();
        @ReshapeLike Symbol c(Symbol a, Symbol ‸b);
        """,
        RESHAPE,
        "a N x 12 holds 12N numbers, but b N x 3 x 5 holds 15N",
        "use nodes of equally many numbers",
        "@Input(12)",
        "@Input(15)");
  }

  @Test
  void codesWithoutMeaning() {
    String meaning = "0 keeps an axis, -1 is what is left over";
    String x = "@Input({4, 6}) Symbol x();\n";
    problem(
        x + "@Reshape(shape = {0, -1, ‸-1}) Symbol y(Symbol x);\n",
        RESHAPE,
        "-1 comes twice, in shape = {0, -1, -1} of x N x 4 x 6",
        meaning,
        "-1, -1",
        "-1, 6");
    problem(
        x + "@Reshape(shape = {0, 0, 0, ‸0}) Symbol y(Symbol x);\n",
        RESHAPE,
        "0 keeps axis 3, but there are only 3 axes",
        meaning,
        "0, 0}",
        "0, 1}");
    problem(
        x + "@Reshape(shape = {-3, ‸-3}) Symbol y(Symbol x);\n",
        RESHAPE,
        "-3 merges axes 2 and 3, but there are only 3 axes",
        meaning,
        "-3, -3",
        "-3, -2");
    problem(
        x + "@Reshape(shape = {0, 0, ‸-4, 2}) Symbol y(Symbol x);\n",
        RESHAPE,
        "-4 is followed by 1 numbers, not two",
        meaning,
        "-4, 2",
        "-4, 2, 3");
    problem(
        x + "@Reshape(shape = {0, 0, -4, -1, ‸-1}) Symbol y(Symbol x);\n",
        RESHAPE,
        "-4 splits into -1 and -1, of which only one can be inferred",
        meaning,
        "-1, -1",
        "-1, 3");
    problem(
        x + "@Reshape(shape = {0, ‸-5}) Symbol y(Symbol x);\n",
        RESHAPE,
        "-5 has no meaning",
        meaning,
        "-5",
        "-1");
    problem(
        x + "@Reshape(shape = ‸{}) Symbol y(Symbol x);\n",
        BAD_ATTRIBUTE,
        "shape has no numbers",
        "{0, -1} makes one axis of all but the first",
        "{}",
        "{0, -1}");
    problem(
        x + "@Reshape(shape = {BATCH, BATCH, -1}) Symbol ‸y(Symbol x);\n",
        BATCH_ARITHMETIC,
        "N x N x ? holds N x N numbers",
        "keep N on one axis",
        "BATCH, BATCH",
        "BATCH, 4");
  }

  @Test
  void copiesAndBorders() {
    problem(
        """
        @Input({2, 5}) Symbol a();
        @Tile(reps = {1, ‸0}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "reps = 0 is not positive",
        "use at least 1",
        "0}",
        "1}");
    problem(
        """
        @Input({2, 5}) Symbol a();
        @RepeatElements(repeats = ‸0) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "repeats = 0 is not positive",
        "use at least 1",
        "0)",
        "1)");
    problem(
        """
        @Input({2, 5}) Symbol a();
        @Pad(padWidth = ‸{0, 0, 1, 1}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "padWidth has 4 numbers, but a N x 2 x 5 has 3 axes",
        "write 6 numbers",
        "{0, 0, 1, 1}",
        "{0, 0, 1, 1, 0, 0}");
    problem(
        """
        @Input(5) Symbol a();
        @Pad(padWidth = {‸1, 0, 0, 0}) Symbol c(Symbol a);
        """,
        BATCH_ARITHMETIC,
        "axis 0 of a N x 5 would have the size N + 1, which is no multiple of N",
        "pad it with 0 and 0",
        "{1, 0,",
        "{0, 0,");
    problem(
        """
        @Input(5) Symbol a();
        @Pad(padWidth = {0, 0, 2, ‸5}, mode = PadMode.REFLECT) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "axis 1 of a N x 5 has the size 5, too little to reflect 5",
        "use at most 4, or PadMode.EDGE",
        "REFLECT",
        "EDGE");
    problem(
        """
        @Input(5) Symbol a();
        @Pad(padWidth = {0, 0, 2, ‸-1}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "padWidth = -1 is negative",
        "use at least 0",
        "-1",
        "0");
    problem(
        """
        @Input(5) Symbol a();
        @Pad(padWidth = ‸{0, 0, 2}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "padWidth has 3 numbers, but each axis takes two",
        "how many go before and how many after",
        "2}",
        "2, 0}");
  }

  @Test
  void onlyOneCanBeStretched() {
    problem(
        """
        @Input({1, 5}) Symbol a();
        @BroadcastTo(shape = {BATCH, 3, ‸6}) Symbol c(Symbol a);
        """,
        SHAPE_MISMATCH,
        "axis 2 of a N x 1 x 5 has the size 5, which cannot be stretched to 6",
        "leave the 5",
        "6}",
        "5}");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @BroadcastTo(shape = ‸{3, 5}) Symbol c(Symbol a);
        """,
        BAD_SHAPE,
        "shape has 2 axes, but a N x 1 x 5 has 3",
        "0 leaves one as it is",
        "{3, 5}",
        "{0, 3, 5}");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @BroadcastTo(shape = {0, ‸-3, 5}) Symbol c(Symbol a);
        """,
        BAD_SHAPE,
        "size -3 is negative",
        "every size is at least 1",
        "-3",
        "3");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @BroadcastAxis(axis = ‸2, size = 3) Symbol c(Symbol a);
        """,
        SHAPE_MISMATCH,
        "axis 2 of a N x 1 x 5 has the size 5, and only 1 can be stretched",
        "name another axis",
        "axis = 2",
        "axis = 1");
    problem(
        """
        @Input({1, 1, 5}) Symbol a();
        @BroadcastAxis(axis = {1, 2}, size = ‸3) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "size has 1 number for 2 axes",
        "write one size for each axis",
        "size = 3",
        "size = {3, 4}");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @Input({3, 6}) Symbol b();
        @BroadcastLike Symbol c(Symbol ‸a, Symbol b);
        """,
        SHAPE_MISMATCH,
        "axis 2 of a N x 1 x 5 has the size 5, which cannot be stretched to 6",
        "give a the size 1 there",
        "{1, 5}",
        "{1, 1}");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @Input(3) Symbol b();
        @BroadcastLike Symbol c(Symbol a, Symbol ‸b);
        """,
        SHAPE_MISMATCH,
        "a is N x 1 x 5, but b is N x 3: 3 and 2 axes",
        "lhsAxes and rhsAxes",
        "@BroadcastLike",
        "@BroadcastLike(lhsAxes = 1, rhsAxes = 1)");
    problem(
        """
        @Input({1, 5}) Symbol a();
        @Input(3) Symbol b();
        @BroadcastLike(lhsAxes = ‸1) Symbol c(Symbol a, Symbol b);
        """,
        BAD_ATTRIBUTE,
        "lhsAxes names 1 axes, but rhsAxes 0",
        "name as many in both",
        "lhsAxes = 1",
        "lhsAxes = 1, rhsAxes = 1");
  }

  @Test
  void samplings() {
    problem(
        """
        @Input({6, 9, 6}) Symbol a();
        @Input({6, 4, 4}) Symbol b();
        @UpSampling(scale = 2) Symbol c(Symbol a, Symbol ‸b);
        """,
        UNEVEN_SPLIT,
        "the height of b is 4, which does not divide the 18 that a becomes",
        "such as 3 or 6",
        "{6, 4, 4}",
        "{6, 3, 4}");
    problem(
        """
        @Input({6, 9, 6}) Symbol a();
        @Input({5, 9, 6}) Symbol b();
        @UpSampling(scale = 2, multiInputMode = MultiInputMode.SUM)
        Symbol c(Symbol a, Symbol ‸b);
        """,
        SHAPE_MISMATCH,
        "a has 6 channels, but b 5, and they are added up",
        "leave multiInputMode out",
        ", multiInputMode = MultiInputMode.SUM",
        "");
    problem(
        """
        @Input({6, 9, 6}) Symbol a();
        @UpSampling(scale = ‸{2, 3}, filters = 6, sampleType = SampleType.BILINEAR)
        Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "bilinear sampling has one factor, not 2 and 3",
        "use scale = 2",
        "{2, 3}",
        "2");
    problem(
        """
        @Input({6, 9, 6}) Symbol a();
        ‸@UpSampling(scale = 2, sampleType = SampleType.BILINEAR) Symbol c(Symbol a);
        """,
        MISSING_ATTRIBUTE,
        "a weight for each channel, but no filters",
        "write filters = 6",
        "scale = 2",
        "scale = 2, filters = 6");
    problem(
        """
        @Input({6, 9, 6}) Symbol a();
        @UpSampling(scale = 2, filters = ‸5, sampleType = SampleType.BILINEAR)
        Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "filters = 5, but a has 6 channels",
        "use filters = 6",
        "filters = 5",
        "filters = 6");
    problem(
        """
        @Input({6, 9, 6}) Symbol a();
        @UpSampling(scale = {1, ‸2, 3, 4}) Symbol c(Symbol a);
        """,
        BAD_ATTRIBUTE,
        "scale = 2, but batch and channels are not made larger",
        "use 1",
        "{1, 2,",
        "{1, 1,");
    problem(
        """
        @Input({6, 9}) Symbol a();
        @UpSampling(scale = 2) Symbol c(Symbol ‸a);
        """,
        WRONG_RANK,
        "a is N x 6 x 9, but @UpSampling takes images of 4 axes",
        "@RepeatElements",
        "@UpSampling(scale = 2)",
        "@RepeatElements(repeats = 2, axis = 2)");
  }
}
