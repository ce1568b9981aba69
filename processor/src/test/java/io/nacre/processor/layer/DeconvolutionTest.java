package io.nacre.processor.layer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;
import static io.nacre.processor.problem.ProblemId.GROUPS;
import static io.nacre.processor.problem.ProblemId.MISSING_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.WEIGHT_SHAPE;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What wrong transposed convolutions are told, and that the way out compiles.
class DeconvolutionTest {
  private static ModelCompilation model(String attributes) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          @Input({4, 7, 7}) Symbol x();
          @Deconvolution(%s) Symbol y(Symbol x);
        }
        """
            .formatted(attributes));
  }

  @Test
  void numbers() {
    model("filters = ‸0, kernel = 3").reports(BAD_ATTRIBUTE, "filters = 0 is not positive");
    model("filters = 2, kernel = ‸{}").reports(MISSING_ATTRIBUTE, "kernel is empty");
    model("filters = 2, kernel = {3, ‸0}").reports(BAD_ATTRIBUTE, "kernel = 0 is not positive");
    model("filters = 2, kernel = 3, pad = ‸-1").reports(BAD_ATTRIBUTE, "pad = -1 is negative");
    model("filters = 2, kernel = 3, adj = ‸-1").reports(BAD_ATTRIBUTE, "adj = -1 is negative");
    model("filters = 2, kernel = 3, targetShape = {9, ‸0}")
        .reports(BAD_ATTRIBUTE, "targetShape = 0 is not positive");
    model("filters = 2, kernel = 3, targetShape = ‸{9, 9, 9}")
        .reports(BAD_ATTRIBUTE, "targetShape = {9, 9, 9} is for 3 spatial axes");
  }

  @Test
  void whatIsAddedAtTheEnd() {
    model("filters = 2, kernel = 3, stride = 2, adj = ‸2")
        .reports(BAD_ATTRIBUTE, "adj = 2 is not less than the stride, 2", "use at most adj = 1");
    model("filters = 2, kernel = 3, stride = 2, adj = 1").succeeds();
    model("filters = 2, kernel = 3, stride = {2, 1}, adj = {1, ‸1}")
        .reports(BAD_ATTRIBUTE, "adj = 1 is not less than the stride, 1", "leave adj out");
  }

  @Test
  void outputsThatThereAreNot() {
    model("filters = 2, kernel = 3, pad = ‸5")
        .reports(
            BAD_ATTRIBUTE,
            "pad = 5 cuts off all of the 9 that axis 2 would have",
            "use at most pad = 4");
    model("filters = 2, kernel = 3, pad = 4").succeeds();
    model("filters = 2, kernel = 3, stride = 2, targetShape = {15, ‸16}")
        .reports(
            BAD_ATTRIBUTE,
            "targetShape = 16 is larger than the 15 that kernels on 7 elements reach",
            "use at most targetShape = 15");
    model("filters = 2, kernel = 3, stride = 2, targetShape = 15").succeeds();
  }

  @Test
  void groupsAndWeights() {
    model("filters = 6, kernel = 3, groups = ‸3")
        .reports(GROUPS, "the 4 channels of x cannot be cut into 3 groups");
    model("filters = 5, kernel = 3, groups = ‸2").reports(GROUPS, "5 filters cannot be cut");
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input({4, 7, 7}) Symbol x();
              @Parameter(‸{6, 4, 3, 3}) Symbol w();
              @Deconvolution(filters = 6, kernel = 3, groups = 2)
              Symbol y(Symbol x, @Weight Symbol w);
            }
            """)
        .reports(
            WEIGHT_SHAPE,
            "weight w is declared 6 x 4 x 3 x 3, but must be 4 x 3 x 3 x 3: x gives 4 channels, and 6"
                + " filters are in 2 groups",
            "declare w @Parameter({4, 3, 3, 3})");
  }

  @Test
  void imagesThatAreNone() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Input(4) Symbol x();
              @Deconvolution(filters = 6, kernel = 3) Symbol y(Symbol ‸x);
            }
            """)
        .reports(WRONG_RANK, "x is N x 4, but @Deconvolution takes N x C x one to three spatial axes");
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Variable({2, 3, BATCH, 5}) Symbol x();
              @Deconvolution(filters = 6, kernel = 3) Symbol y(Symbol ‸x);
            }
            """)
        .reports(BATCH_ARITHMETIC, "x is 2 x 3 x N x 5");
  }

  private static ModelCompilation skip(String attributes, String edge) {
    return ModelCompilation.of(
        """
        @Model
        interface M {
          @Input({3, 13, 14}) Symbol image();
          @Input({4, 7, 7}) Symbol x();
          @Deconvolution(%s) Symbol up(Symbol x);
          @Plus Symbol y(Symbol image, Symbol %sup);
        }
        """
            .formatted(attributes, edge));
  }

  @Test
  void aSkipOfAnotherSize() {
    skip("filters = 2, kernel = 2, stride = 2", "‸")
        .reports(
            SHAPE_MISMATCH,
            "up is N x 2 x 14 x 14",
            "set filters = 3, targetShape = {13, 14} on up");
    skip("filters = 3, targetShape = {13, 14}, kernel = 2, stride = 2", "").succeeds();
    skip("filters = 3, kernel = 2, stride = 2", "‸")
        .reports(SHAPE_MISMATCH, "set targetShape = {13, 14} on up");
  }

  @Test
  void theImageFollowsFromTheOutput() {
    ModelCompilation.of(
            """
            @Model
            interface M {
              @Variable({BATCH, 4, 0, 0}) Symbol x();
              @Deconvolution(filters = 3, kernel = 4, stride = 2, pad = 1) Symbol up(Symbol x);
              @Input({3, 14, 16}) Symbol image();
              @Plus Symbol y(Symbol image, Symbol up);
            }
            """)
        .succeeds();
  }
}
