package io.nacre.processor.infer;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BAD_SHAPE;
import static io.nacre.processor.problem.ProblemId.NOT_FLOAT;
import static io.nacre.processor.problem.ProblemId.TYPE_MISMATCH;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// Element types that clash, and whole numbers where floats are needed: one message, with the cast to
/// add.
class TypesOfModelsTest {
  private static ModelCompilation model(String body) {
    return ModelCompilation.of("@Model\ninterface M {\n" + body + "}\n");
  }

  @Test
  void theCastToAddAtAClash() {
    model(
            """
            @Input(value = 3, dtype = DataType.FLOAT16) Symbol a();
            @Input(value = 3, dtype = DataType.FLOAT64) Symbol b();
            @Plus Symbol sum(Symbol a, Symbol ‸b);
            """)
        .reports(
            TYPE_MISMATCH,
            "sum: b is float64, but a is float16",
            "give a and b the same dtype, or add @Cast(DataType.FLOAT16) Symbol b16(Symbol b) and"
                + " take b16 here");
  }

  @Test
  void theCastThatWasAddedHelps() {
    model(
            """
            @Input(value = 3, dtype = DataType.FLOAT16) Symbol a();
            @Input(value = 3, dtype = DataType.FLOAT64) Symbol b();
            @Cast(DataType.FLOAT16) Symbol b16(Symbol b);
            @Plus Symbol sum(Symbol a, Symbol b16);
            """)
        .succeeds();
  }

  @Test
  void wholeNumbersWhereFloatsAreNeeded() {
    model(
            """
            @Input(value = {3, 8, 8}, dtype = DataType.UINT8) Symbol image();
            @Conv(filters = 2, kernel = 3) Symbol conv(Symbol ‸image);
            @Relu Symbol relu(Symbol conv);
            @Flatten Symbol flat(Symbol relu);
            @FullyConnected(units = 2) Symbol fc(Symbol flat);
            @SoftmaxOutput Symbol out(Symbol fc);
            """)
        .reports(
            NOT_FLOAT,
            "conv: image is uint8, but @Conv computes with floats only",
            "add @Cast(DataType.FLOAT32) Symbol image32(Symbol image) and take image32 here");
    model(
            """
            @Input(value = 8, dtype = DataType.INT32) Symbol counts();
            @Reshape(shape = {0, 2, 4}) Symbol rows(Symbol counts);
            @Sum(axis = 1) Symbol sum(Symbol ‸rows);
            """)
        .reports(NOT_FLOAT, "sum: rows is int32, but @Sum computes with floats only");
    model(
            """
            @Input(value = 8, dtype = DataType.INT64) Symbol a();
            @Input(value = 8, dtype = DataType.INT64) Symbol b();
            @Plus Symbol sum(Symbol a, Symbol b);
            @Div Symbol ratio(Symbol ‸sum, Symbol b);
            """)
        .reports(NOT_FLOAT, "ratio: sum is int64, but @Div computes with floats only");
  }

  @Test
  void twoMistakesAreTwoMessages() {
    model(
            """
            @Input(value = 8, dtype = DataType.INT8) Symbol a();
            @Input(value = 8, dtype = DataType.UINT8) Symbol b();
            @Tanh Symbol x(Symbol ‸a);
            @Tanh Symbol y(Symbol ‸b);
            @Output @Sigmoid Symbol x2(Symbol x);
            @Output @Sigmoid Symbol y2(Symbol y);
            """)
        .reports(
            problem(NOT_FLOAT, "x: a is int8, but @Tanh computes with floats only"),
            problem(NOT_FLOAT, "y: b is uint8, but @Tanh computes with floats only"));
  }

  @Test
  void parametersHaveFractions() {
    model(
            """
            @Parameter(value = {4}, dtype = DataType‸.INT32) Symbol w();
            @Input(4) Symbol x();
            @Reshape(shape = {1, 4}) Symbol row(Symbol w);
            @Cast(DataType.FLOAT32) Symbol row32(Symbol row);
            @BroadcastPlus Symbol sum(Symbol x, Symbol row32);
            """)
        .reports(
            NOT_FLOAT,
            "w: it would be int32, but @Parameter has numbers with fractions",
            "use dtype = DataType.FLOAT32, or @Variable for whole numbers that are fed");
  }

  @Test
  void madeAsFloatsButWantedWhole() {
    model(
            """
            @Input(value = {2, 4}, dtype = DataType.INT32) Symbol rows();
            @Input({2}) Symbol index();
            @Embedding(inputDim = 9, outputDim = 4) Symbol ‸words(Symbol index);
            @Concat(axis = 1) Symbol all(Symbol rows, Symbol words);
            """)
        .reports(
            NOT_FLOAT,
            "words: it would be int32, but @Embedding makes floats",
            "add @Cast(DataType.INT32) after it");
  }

  @Test
  void vectorsOfWholeNumbers() {
    model(
            """
            @Input(value = {2, 4}, dtype = DataType.INT32) Symbol rows();
            @Input({2}) Symbol index();
            @OneHot(depth = 4) Symbol hot(Symbol index);
            @Concat(axis = 1) Symbol all(Symbol rows, Symbol hot);
            """)
        .succeeds();
  }

  @Test
  void statisticsBesideFloat16() {
    model(
            """
            @Input(value = 4, dtype = DataType.FLOAT16) Symbol x();
            @Parameter(dtype = DataType.FLOAT16) Symbol scale();
            @BatchNorm Symbol bn(Symbol x, @As("gamma") Symbol ‸scale);
            """)
        .reports(
            TYPE_MISMATCH,
            "bn: scale is float16, but beside float16 it must be float32",
            "give scale the dtype FLOAT32");
  }

  @Test
  void castsToNothing() {
    model(
            """
            @Input(4) Symbol x();
            @Cast(value = DataType‸.INFERRED) Symbol y(Symbol x);
            """)
        .reports(BAD_ATTRIBUTE, "y: DataType.INFERRED is no type to cast to");
  }

  @Test
  void rangesOfNothing() {
    model("@Arange(start = 3, stop = ‸3) Symbol y();\n")
        .reports(
            BAD_ATTRIBUTE,
            "no number from 3 to before 3 in steps of 1",
            "use stop = 4 for one number");
    model("@Arange(start = 3, stop = ‸0) Symbol y();\n")
        .reports(
            BAD_ATTRIBUTE, "no number from 3 to before 0 in steps of 1", "use step = -1");
    model("@Arange(stop = 3, step = ‸0) Symbol y();\n")
        .reports(BAD_ATTRIBUTE, "step = 0 leads nowhere");
    model("@Arange(stop = 3, repeat = ‸0) Symbol y();\n")
        .reports(BAD_ATTRIBUTE, "repeat = 0 is not positive");
    model("@Arange(stop = ‸1e10) Symbol y();\n")
        .reports(BAD_ATTRIBUTE, "are more than an array holds");
    model("@Full(value = 3, number = 0.0 ‸/ 0) Symbol y();\n")
        .reports(BAD_ATTRIBUTE, "number = NaN is not a finite number");
    model("@Zeros({2, ‸-3}) Symbol y();\n").reports(BAD_SHAPE, "-3 is negative");
  }
}
