package io.nacre.processor.mxnet;

import static io.nacre.processor.mxnet.Kinds.constants;
import static io.nacre.processor.mxnet.Kinds.dtype;
import static io.nacre.processor.mxnet.Kinds.flag;
import static io.nacre.processor.mxnet.Kinds.integer;
import static io.nacre.processor.mxnet.Kinds.number;
import static io.nacre.processor.mxnet.Kinds.oneOrAll;
import static io.nacre.processor.mxnet.Kinds.single;
import static io.nacre.processor.mxnet.Kinds.tuple;

import java.util.Map;

/// Products, lookups, sequences and reductions.
final class ArrayRows {
  private ArrayRows() {}

  static void addTo(Rows rows) {
    rows.add("dot", "Dot")
        .data("lhs")
        .data("rhs")
        .fixedBatch()
        .attribute("transpose_a", "transposeA", flag())
        .attribute("transpose_b", "transposeB", flag())
        .only("forward_stype", "None", "default");
    rows.add("batch_dot", "BatchDot")
        .data("lhs")
        .data("rhs")
        .attribute("transpose_a", "transposeA", flag())
        .attribute("transpose_b", "transposeB", flag())
        .only("forward_stype", "None", "default");
    rows.add("take", "Take")
        .data("a")
        .data("indices")
        .fixedBatch()
        .attribute("axis", "axis", integer())
        .attribute("mode", "mode", constants("IndexMode", "clip", "wrap", "raise"));
    rows.add("batch_take", "BatchTake").data("a").data("indices").fixedBatch();
    rows.add("pick", "Pick")
        .alias("choose_element_0index")
        .data("data")
        .data("index")
        .fixedBatch()
        .attribute("axis", "axis", integer())
        .attribute("keepdims", "keepdims", flag())
        .attribute("mode", "mode", constants("IndexMode", "clip", "wrap"));
    rows.add("one_hot", "OneHot")
        .data("indices")
        .attribute("depth", "depth", integer())
        .attribute("on_value", "onValue", number())
        .attribute("off_value", "offValue", number())
        .attribute("dtype", "dtype", dtype().leaving("float32"));
    rows.add("gather_nd", "GatherNd").data("data").data("indices").fixedBatch();
    rows.add("where", "Where").data("condition").data("x").data("y");
    rows.add("SequenceMask", "SequenceMask")
        .data("data")
        .data("sequence_length")
        .fixedBatch()
        .attribute("use_sequence_length", "useSequenceLength", flag())
        .attribute("value", "value", number())
        .attribute("axis", "axis", integer());
    rows.add("SequenceLast", "SequenceLast")
        .data("data")
        .data("sequence_length")
        .fixedBatch()
        .attribute("use_sequence_length", "useSequenceLength", flag())
        .attribute("axis", "axis", integer());
    rows.add("SequenceReverse", "SequenceReverse")
        .data("data")
        .data("sequence_length")
        .fixedBatch()
        .attribute("use_sequence_length", "useSequenceLength", flag())
        .attribute("axis", "axis", integer());
    reduction(rows, "sum", "Sum").alias("sum_axis");
    reduction(rows, "mean", "Mean");
    reduction(rows, "max", "Max").alias("max_axis");
    reduction(rows, "min", "Min").alias("min_axis");
    reduction(rows, "prod", "Prod");
    reduction(rows, "nansum", "NanSum");
    reduction(rows, "nanprod", "NanProd");
    rows.add("norm", "Norm")
        .data("data")
        .attribute("ord", "ord", integer())
        .attribute("axis", "axis", tuple("None"))
        .attribute("keepdims", "keepdims", flag())
        .only("out_dtype", "None");
    rows.add("argmax", "ArgMax")
        .data("data")
        .attribute("axis", "axis", single("None"))
        .attribute("keepdims", "keepdims", flag());
    rows.add("argmin", "ArgMin")
        .data("data")
        .attribute("axis", "axis", single("None"))
        .attribute("keepdims", "keepdims", flag());
    rows.add("argmax_channel", "ArgMaxChannel").data("data");
    rows.add("sort", "Sort")
        .outputs(2)
        .data("data")
        .attribute("axis", "axis", oneOrAll())
        .attribute("is_ascend", "ascend", flag());
    rows.add("argsort", "ArgSort")
        .data("data")
        .attribute("axis", "axis", oneOrAll())
        .attribute("is_ascend", "ascend", flag())
        .only("dtype", "float32");
    rows.add("topk", "TopK")
        .outputs(ArrayRows::topkOutputs)
        .data("data")
        .attribute("axis", "axis", oneOrAll())
        .attribute("k", "k", integer())
        .attribute("ret_typ", "result", constants("TopKResult", "value", "indices", "mask", "both"))
        .attribute("is_ascend", "ascend", flag())
        .only("dtype", "float32");
  }

  private static int topkOutputs(Map<String, String> attributes) {
    String result = attributes.getOrDefault("ret_typ", "indices");
    return result.equals("both") || result.equals("value") ? 2 : 1;
  }

  private static Operator reduction(Rows rows, String mxnet, String annotation) {
    return rows.add(mxnet, annotation)
        .data("data")
        .attribute("axis", "axis", tuple("None"))
        .attribute("keepdims", "keepdims", flag())
        .attribute("exclude", "exclude", flag());
  }
}
