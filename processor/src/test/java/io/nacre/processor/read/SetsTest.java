package io.nacre.processor.read;

import static io.nacre.processor.ModelCompilation.problem;
import static io.nacre.processor.problem.ProblemId.BAD_SETS;
import static io.nacre.processor.problem.ProblemId.SET_TWICE;
import static io.nacre.processor.problem.ProblemId.UNSET_PARAM;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// Hyper-parameters and what they set.
class SetsTest {
  @Test
  void noNodeOfTheName() {
    block("@Sets(‸\"con\") int filters(); @Sets(\"conv\") int kernel();", "")
        .reports(BAD_SETS, "filters: no node of the body is named con", "did you mean conv?");
  }

  @Test
  void noNodeLikeIt() {
    block("@Sets(\"conv\") int filters(); @Sets({\"conv\", ‸\"pooling.kernel\"}) int kernel();", "")
        .reports(BAD_SETS, "kernel: no node of the body is named pooling", "there are conv, act");
  }

  @Test
  void noAttributeOfTheName() {
    block("@Sets(‸\"conv\") int filter(); @Sets(\"conv\") int kernel();", "")
        .reports(
            BAD_SETS, "filter: @Conv of conv has no attribute filter", "did you mean filters?");
  }

  @Test
  void noAttributeAtAll() {
    block(SIZES + "@Sets(‸\"relu.alpha\") double alpha();", "@Relu Symbol relu(Symbol act);")
        .reports(BAD_SETS, "alpha: @Relu of relu has no attribute alpha", "it has none");
  }

  @Test
  void notRepeated() {
    block(SIZES + "@Sets(‸\"act.repeat\") int times();", "")
        .reports(BAD_SETS, "times: @Activation of act has no attribute repeat", "@Repeat(PARAM)");
  }

  @Test
  void insideAnotherBlock() {
    block(
            SIZES + "@Sets(‸\"inner.fc.units\") int units();",
            "@Inner(units = 3) Symbol inner(Symbol act);")
        .reports(
            BAD_SETS,
            "units: no node of the body is named inner.fc",
            "set an attribute of the block that holds it");
  }

  @Test
  void noSets() {
    block(SIZES + "int ‸stride();", "")
        .reports(BAD_SETS, "stride: it sets nothing", "@Sets(\"conv\")");
  }

  @Test
  void emptySets() {
    block(SIZES + "@Sets(‸{}) int stride();", "").reports(BAD_SETS, "stride: it sets nothing");
  }

  @Test
  void arrayForANumber() {
    block("@Sets(‸\"conv\") int[] filters(); @Sets(\"conv\") int[] kernel();", "")
        .reports(
            BAD_SETS,
            "filters: it is of type int[], but conv.filters is of type int",
            "one value may set an array");
  }

  @Test
  void otherEnum() {
    block(SIZES + "@Sets(‸\"act.value\") PoolingType kind();", "")
        .reports(BAD_SETS, "it is of type PoolingType, but act.value is of type ActivationType");
  }

  @Test
  void textForANumberAndNumberForAFlag() {
    block("@Sets(‸\"conv\") String filters(); @Sets(\"conv\") int kernel();"
            + "\n@Sets(‸\"conv\") int noBias();", "")
        .reports(
            problem(BAD_SETS, "filters: it is of type String, but conv.filters is of type int"),
            problem(BAD_SETS, "noBias: it is of type int, but conv.noBias is of type boolean"));
  }

  @Test
  void doubleForAnInt() {
    block("@Sets(‸\"conv\") double filters(); @Sets(\"conv\") int kernel();", "")
        .reports(BAD_SETS, "filters: it is of type double, but conv.filters is of type int");
  }

  @Test
  void typesThatNoLayerHas() {
    block(SIZES + "long ‸a(); @Sets(\"conv\") Deprecated ‸b();", "")
        .reports(
            problem(BAD_SETS, "a: no layer has an attribute of type long", "use int, double"),
            problem(BAD_SETS, "b: no layer has an attribute of type Deprecated"));
  }

  @Test
  void twoForOneAttribute() {
    block(SIZES + "@Sets({‸\"conv.kernel\", \"conv.pad\"}) int[] pad();", "")
        .reports(
            SET_TWICE, "pad: conv.kernel is set by kernel already", "let one of them set it");
  }

  @Test
  void writtenNumber() {
    block(SIZES + "@Sets(‸\"fc\") int units();", "@FullyConnected(units = 3) Symbol fc(Symbol act);")
        .reports(
            SET_TWICE,
            "units: the body has a number for fc.units already",
            "write PARAM there, or remove it here");
  }

  @Test
  void writtenDoubleAndCount() {
    block(
            SIZES
                + "@Sets(‸\"norm\") double eps();\n @Sets(‸\"norm.repeat\") int times();",
            "@Repeat(2) @BatchNorm(eps = 0.1) Symbol norm(Symbol act);")
        .reports(
            problem(SET_TWICE, "eps: the body has a number for norm.eps already"),
            problem(SET_TWICE, "times: the body has a number for norm.repeat already"));
  }

  @Test
  void onePlaceOfAnArray() {
    body("@Conv(filters = 3, kernel = {‸PARAM, 3}) Symbol conv(Symbol data);", "kernel")
        .reports(BAD_SETS, "conv: PARAM stands for the whole of kernel", "write kernel = PARAM");
  }

  @Test
  void nobodySetsIt() {
    body("@Conv(filters = ‸PARAM, kernel = PARAM) Symbol conv(Symbol data);", "kernel")
        .reports(
            UNSET_PARAM,
            "conv: no hyper-parameter sets filters",
            "@Sets(\"conv.filters\") int filters();");
  }

  @Test
  void nobodySetsItInAnArrayADoubleOrACount() {
    body(
            """
            @Conv(filters = 3, kernel = PARAM, stride = ‸PARAM) Symbol conv(Symbol data);
            @Repeat(‸PARAM) @BatchNorm(eps = ‸PARAM) Symbol norm(Symbol conv);
            """,
            "kernel")
        .reports(
            problem(UNSET_PARAM, "conv: no hyper-parameter sets stride", "int[] stride();"),
            problem(
                UNSET_PARAM,
                "norm: no hyper-parameter sets how often it is repeated",
                "@Sets(\"norm.repeat\") int repeat();"),
            problem(UNSET_PARAM, "norm: no hyper-parameter sets eps", "double eps();"));
  }

  @Test
  void nobodySetsThatOfAnInnerBlock() {
    body(
            """
            @Conv(filters = 3, kernel = PARAM) Symbol conv(Symbol data);
            @Inner(units = ‸PARAM) Symbol inner(Symbol conv);
            """,
            "kernel")
        .reports(UNSET_PARAM, "inner: no hyper-parameter sets units");
  }

  @Test
  void brokenTypeIsLeftToTheCompiler() {
    block(SIZES + "@Sets(\"conv\") Missing stride();", "")
        .leavesErrorsToTheCompiler("cannot find symbol");
  }

  private static final String SIZES = "@Sets(\"conv\") int filters(); @Sets(\"conv\") int kernel();";

  private static final String INNER =
      """
      @Block @interface Inner {
        @Sets("fc") int units();
        interface Body extends BlockBody {
          @FullyConnected(units = PARAM) Symbol fc(Symbol data);
        }
      }
      """;

  private static ModelCompilation block(String parameters, String more) {
    return compilation(
        parameters,
        """
        @Conv(filters = PARAM, kernel = PARAM) Symbol conv(Symbol data);
        @Activation(ActivationType.RELU) Symbol act(Symbol conv);
        """
            + more);
  }

  private static ModelCompilation body(String nodes, String parameter) {
    return compilation("@Sets(\"conv\") int[] %s();".formatted(parameter), nodes);
  }

  private static ModelCompilation compilation(String parameters, String nodes) {
    return ModelCompilation.of(
        """
        @Block @interface B {
        %s
          interface Body extends BlockBody {
        %s
          }
        }
        %s
        @Model interface M {
          @Input({3, 8, 8}) Symbol image();
          @Tanh Symbol out(Symbol image);
        }
        """
            .formatted(parameters, nodes, INNER));
  }
}
