package io.nacre.processor.layer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What wrong products are told, and that the way out compiles.
class ProductsTest {
  private static ModelCompilation attention(String layer, String keys) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          @Input({3, 4}) Symbol q();
          @Input(%s) Symbol k();
          %s
        }
        """
            .formatted(keys, layer));
  }

  @Test
  void attentionWithoutTransposingTheKeys() {
    attention("@BatchDot Symbol score(Symbol q, Symbol ‸k);", "{5, 4}")
        .reports(
            SHAPE_MISMATCH,
            "score: q is N x 3 x 4 and k is N x 5 x 4: the inner sizes, axis 2 of q and axis 1 of k,"
                + " are 4 and 5",
            "with transposeB = true it is N x 3 x 5");
    attention("@BatchDot(transposeB = true) Symbol score(Symbol q, Symbol k);", "{5, 4}")
        .succeeds();
  }

  @Test
  void attentionWithOneTranspositionTooMany() {
    attention("@BatchDot(transposeB = true) Symbol score(Symbol q, Symbol ‸k);", "{4, 5}")
        .reports(SHAPE_MISMATCH, "are 4 and 5", "with transposeB = false it is N x 3 x 5");
    attention("@BatchDot(transposeA = true) Symbol score(Symbol q, Symbol ‸k);", "{5, 4}")
        .reports(
            SHAPE_MISMATCH,
            "axis 1 of q and axis 1 of k, are 3 and 5",
            "with transposeA = false and transposeB = true it is N x 3 x 5");
  }

  @Test
  void stacksThatNoTranspositionMakesFit() {
    attention("@BatchDot Symbol score(Symbol q, Symbol ‸k);", "{5, 6}")
        .reports(
            SHAPE_MISMATCH, "are 4 and 5", "make axis 1 of k 4, or axis 2 of q 5");
    attention("@BatchDot Symbol score(Symbol q, Symbol k);", "{4, 6}").succeeds();
  }

  @Test
  void stacksOfDifferentHeight() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Variable({2, 3, BATCH}) Symbol a();
              @Variable({5, BATCH, 4}) Symbol b();
              @BatchDot Symbol y(Symbol a, Symbol ‸b);
            }
            """)
        .reports(
            SHAPE_MISMATCH,
            "y: a is 2 x 3 x N, but b is 5 x N x 4: axis 0 of the stacks differs",
            "make axis 0 of b 2, or that of a 5");
  }

  @Test
  void matricesAreNoStacks() {
    attention("@BatchDot Symbol score(Symbol q, Symbol ‸k);", "5")
        .reports(WRONG_RANK, "k is N x 5, but a stack of matrices has at least 3 axes", "@Dot");
    attention("@BatchDot Symbol score(Symbol q, Symbol ‸k);", "{5, 4, 6}")
        .reports(WRONG_RANK, "k is N x 5 x 4 x 6: 3 and 4 axes");
  }

  private static ModelCompilation dot(String a, String b, String layer) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          @Variable(%s) Symbol a();
          @Variable(%s) Symbol b();
          %s
        }
        """
            .formatted(a, b, layer));
  }

  @Test
  void matricesThatDoNotFit() {
    dot("{BATCH, 4}", "{5, 4}", "@Dot Symbol y(Symbol a, Symbol ‸b);")
        .reports(
            SHAPE_MISMATCH,
            "y: a is N x 4 and b is 5 x 4: the inner sizes, axis 1 of a and axis 0 of b, are 4 and 5",
            "with transposeB = true it is N x 5");
    dot("{BATCH, 4}", "{5, 4}", "@Dot(transposeB = true) Symbol y(Symbol a, Symbol b);").succeeds();
    dot("{2, 3, 4}", "{5, 6, 7}", "@Dot Symbol y(Symbol a, Symbol ‸b);")
        .reports(SHAPE_MISMATCH, "are 4 and 5", "make axis 0 of b 4, or axis 2 of a 5");
    dot("BATCH", "4", "@Dot Symbol y(Symbol a, Symbol ‸b);")
        .reports(SHAPE_MISMATCH, "a is N and b is 4", "make axis 0 of b N, or axis 0 of a 4");
  }

  @Test
  void vectorsCannotBeTransposed() {
    dot("4", "4", "@Dot(transposeA = ‸true) Symbol y(Symbol a, Symbol b);")
        .reports(BAD_ATTRIBUTE, "a and b are vectors, of which none", "leave transposeA out");
    dot("4", "4", "@Dot Symbol y(Symbol a, Symbol b);").succeeds();
    dot("4", "{4, 3}", "@Dot(transposeA = true) Symbol y(Symbol a, Symbol b);").succeeds();
  }

  @Test
  void aScalarHasNoInnerAxis() {
    dot("{}", "4", "@Dot Symbol y(Symbol ‸a, Symbol b);")
        .reports(WRONG_RANK, "a is a scalar, without an axis to sum over", "@Times");
  }

  @Test
  void aProductOfTwoBatches() {
    dot("{BATCH, 4}", "{BATCH, 4}", "@Dot(transposeB = true) Symbol ‸y(Symbol a, Symbol b);")
        .reports(BATCH_ARITHMETIC, "N x N", "@Model(batch = 64)");
  }

  @Test
  void aParametersShapeFollows() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input(4) Symbol x();
              @Parameter({0, 7}) Symbol w();
              @Variable({7, 3}) Symbol v();
              @Parameter Symbol u();
              @Dot Symbol y(Symbol x, Symbol w);
              @Dot Symbol z(Symbol y, Symbol u);
              @Plus Symbol sum(Symbol z, Symbol t);
              @Dot Symbol t(Symbol y, Symbol v);
            }
            """)
        .succeeds();
  }
}
