package io.nacre.processor.mxnet;

import static io.nacre.processor.mxnet.Kinds.dtype;
import static io.nacre.processor.mxnet.Kinds.integer;
import static io.nacre.processor.mxnet.Kinds.number;
import static io.nacre.processor.mxnet.Kinds.tuple;

/// Arrays that are made of nothing, and casts.
final class MakingRows {
  private MakingRows() {}

  static void addTo(Rows rows) {
    fill(rows, "_zeros", "Zeros");
    fill(rows, "_ones", "Ones");
    fill(rows, "_full", "Full").attribute("value", "number", number());
    rows.add("_arange", "Arange")
        .fixedBatch()
        .attribute("start", "start", number())
        .always("start")
        .attribute("stop", "stop", number())
        .attribute("step", "step", number())
        .attribute("repeat", "repeat", integer())
        .attribute("dtype", "dtype", dtype().leaving("float32"))
        .only("infer_range", "False", "0")
        .ignoring("ctx");
    rows.add("Cast", "Cast").alias("cast").data("data").attribute("dtype", "value", dtype());
  }

  private static Operator fill(Rows rows, String mxnet, String annotation) {
    return rows.add(mxnet, annotation)
        .fixedBatch()
        .attribute("shape", "value", tuple("None"))
        .attribute("dtype", "dtype", dtype().leaving("float32"))
        .ignoring("ctx");
  }
}
