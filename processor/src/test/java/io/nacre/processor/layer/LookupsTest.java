package io.nacre.processor.layer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;
import static io.nacre.processor.problem.ProblemId.SHAPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.TYPE_MISMATCH;
import static io.nacre.processor.problem.ProblemId.WEIGHT_SHAPE;
import static io.nacre.processor.problem.ProblemId.WRONG_RANK;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// What wrong lookups are told, and that the way out compiles.
class LookupsTest {
  private static ModelCompilation model(String body) {
    return ModelCompilation.of("@Model\ninterface M {\n" + body.indent(2) + "}\n");
  }

  @Test
  void embeddings() {
    model(
            """
            @Input(35) Symbol words();
            @Embedding(inputDim = ‸0, outputDim = 8) Symbol y(Symbol words);
            """)
        .reports(BAD_ATTRIBUTE, "inputDim = 0 is not positive", "use at least 1");
    model(
            """
            @Input(35) Symbol words();
            @Parameter(‸{8, 100}) Symbol w();
            @Embedding(inputDim = 100, outputDim = 8) Symbol y(Symbol words, @Weight Symbol w);
            """)
        .reports(
            WEIGHT_SHAPE,
            "weight w is declared 8 x 100, but must be 100 x 8: inputDim x outputDim",
            "declare w @Parameter({100, 8})");
    model(
            """
            @Input(value = 35, dtype = DataType.INT32) Symbol words();
            @Parameter(dtype = DataType.FLOAT64) Symbol w();
            @Embedding(inputDim = 100, outputDim = 8) Symbol y(Symbol words, @Weight Symbol w);
            @Input(value = {35, 8}, dtype = DataType.FLOAT32) Symbol other();
            @Plus Symbol sum(Symbol other, Symbol ‸y);
            """)
        .reports(TYPE_MISMATCH, "y is float64 as w, but other is float32");
  }

  @Test
  void anEmbeddingOfAnotherLength() {
    model(
            """
            @Input({35, 16}) Symbol other();
            @Input(35) Symbol words();
            @Embedding(inputDim = 100, outputDim = 8) Symbol vectors(Symbol words);
            @Plus Symbol sum(Symbol other, Symbol ‸vectors);
            """)
        .reports(SHAPE_MISMATCH, "vectors is N x 35 x 8", "set outputDim = 16 on vectors");
  }

  @Test
  void takes() {
    model(
            """
            @Variable({100, 8}) Symbol table();
            @Input(3) Symbol i();
            @Take(axis = ‸2) Symbol y(Symbol table, Symbol i);
            """)
        .reports(BAD_ATTRIBUTE, "axis = 2, but table 100 x 8 has 2 axes", "use 0 to 1, or -2 to -1");
    model(
            """
            @Input(8) Symbol table();
            @Input(3) Symbol i();
            @Take(axis = 1) Symbol ‸y(Symbol table, Symbol i);
            """)
        .reports(BATCH_ARITHMETIC, "its shape N x N x 3 holds N x N numbers");
  }

  @Test
  void picks() {
    model(
            """
            @Input(10) Symbol scores();
            @Input({10}) Symbol i();
            @Pick Symbol y(Symbol scores, Symbol ‸i);
            """)
        .reports(
            SHAPE_MISMATCH,
            "index i is N x 10, but for data scores N x 10 it must be N or N x 1",
            "give i the shape N");
    model(
            """
            @Input(10) Symbol scores();
            @Label Symbol digit();
            @Pick Symbol y(Symbol scores, @As("index") Symbol digit);
            """)
        .succeeds();
    model(
            """
            @Input({10, 4}) Symbol a();
            @Input({10}) Symbol i();
            @Output @BatchTake Symbol y(Symbol a, Symbol i);
            @Input({4}) Symbol j();
            @Output @BatchTake Symbol z(Symbol a, Symbol ‸j);
            """)
        .reports(
            SHAPE_MISMATCH,
            "a is N x 10 x 4, which has 10N rows, but j is N x 4",
            "give j the shape N x 10");
    model(
            """
            @Input({}) Symbol a();
            @Input({}) Symbol i();
            @BatchTake Symbol y(Symbol ‸a, Symbol i);
            """)
        .reports(WRONG_RANK, "a is N, but it takes rows: at least 2 axes");
  }

  @Test
  void oneHots() {
    model(
            """
            @Input({}) Symbol digit();
            @OneHot(depth = ‸0) Symbol y(Symbol digit);
            """)
        .reports(BAD_ATTRIBUTE, "depth = 0 is not positive");
    model(
            """
            @Input({}) Symbol digit();
            @Input(10) Symbol p();
            @OneHot(depth = 9) Symbol hot(Symbol digit);
            @Minus Symbol error(Symbol p, Symbol ‸hot);
            """)
        .reports(SHAPE_MISMATCH, "hot is N x 9", "set depth = 10 on hot");
  }

  @Test
  void indicesAlongSeveralAxes() {
    model(
            """
            @Variable({28, 28}) Symbol image();
            @Variable({3, BATCH}) Symbol places();
            @GatherNd Symbol y(Symbol image, Symbol ‸places);
            """)
        .reports(
            SHAPE_MISMATCH,
            "places is 3 x N: indices along 3 axes, but image 28 x 28 has 2",
            "give places at most 2 as its first axis");
    model(
            """
            @Variable({28, 28}) Symbol image();
            @Input(2) Symbol places();
            @GatherNd Symbol y(Symbol image, Symbol ‸places);
            """)
        .reports(BATCH_ARITHMETIC, "places is N x 2: N on its first axis", "another axis of places");
    model(
            """
            @Variable({28, 28}) Symbol image();
            @Variable(BATCH) Symbol places();
            @GatherNd Symbol y(Symbol image, Symbol ‸places);
            """)
        .reports(WRONG_RANK, "places is N, but indices have at least 2 axes", "the shape 1 x N");
  }

  @Test
  void conditions() {
    model(
            """
            @Input(10) Symbol a();
            @Input(9) Symbol b();
            @Input({}) Symbol c();
            @Where Symbol y(Symbol c, Symbol a, Symbol ‸b);
            """)
        .reports(SHAPE_MISMATCH, "a is N x 10, but b is N x 9: it takes each element from one or the other");
    model(
            """
            @Input(10) Symbol a();
            @Input(10) Symbol b();
            @Input(1) Symbol c();
            @Where Symbol y(Symbol ‸c, Symbol a, Symbol b);
            """)
        .reports(
            SHAPE_MISMATCH,
            "condition c is N x 1, but for a N x 10 it must be N x 10, or N for whole slices",
            "give c the shape N x 10");
  }

  @Test
  void argumentsThatAreMissing() {
    model(
            """
            @Input(10) Symbol a();
            @Take Symbol ‸y(Symbol a);
            """)
        .reports(
            io.nacre.processor.problem.ProblemId.WRONG_ARGUMENTS,
            "@Take takes (a, indices), but indices is not given");
  }
}
