package io.nacre.processor.mxnet;

import static io.nacre.processor.mxnet.Kinds.constants;
import static io.nacre.processor.mxnet.Kinds.flag;
import static io.nacre.processor.mxnet.Kinds.integer;
import static io.nacre.processor.mxnet.Kinds.number;
import static io.nacre.processor.mxnet.Kinds.openInteger;
import static io.nacre.processor.mxnet.Kinds.openTuple;
import static io.nacre.processor.mxnet.Kinds.tuple;

/// What joins, cuts, moves, repeats and reshapes.
final class ShapeRows {
  private ShapeRows() {}

  static void addTo(Rows rows) {
    rows.add("Concat", "Concat")
        .alias("concat")
        .data("arg0")
        .anyNumber()
        .attribute("dim", "axis", integer())
        .counting("num_args");
    rows.add("stack", "Stack")
        .data("arg0")
        .anyNumber()
        .fixedBatch()
        .attribute("axis", "axis", integer())
        .counting("num_args");
    rows.add("SliceChannel", "SliceChannel")
        .alias("split")
        .data("data")
        .attribute("num_outputs", "outputs", integer())
        .attribute("axis", "axis", integer())
        .attribute("squeeze_axis", "squeezeAxis", flag());
    rows.add("slice_axis", "SliceAxis")
        .data("data")
        .attribute("axis", "axis", integer())
        .attribute("begin", "begin", integer())
        .attribute("end", "end", openInteger())
        .always("begin")
        .always("end");
    rows.add("slice", "Slice")
        .alias("crop")
        .data("data")
        .attribute("begin", "begin", openTuple())
        .attribute("end", "end", openTuple())
        .attribute("step", "step", openTuple());
    rows.add("slice_like", "SliceLike")
        .data("data")
        .data("shape_like")
        .attribute("axes", "axes", tuple());
    rows.add("Crop", "Crop")
        .data("data")
        .data("crop_like")
        .batchFirst()
        .attribute("offset", "offset", tuple())
        .attribute("h_w", "hW", tuple())
        .attribute("center_crop", "centerCrop", flag())
        .counting("num_args");
    rows.add("Reshape", "Reshape")
        .alias("reshape")
        .data("data")
        .attribute("shape", "shape", tuple())
        .attribute("reverse", "reverse", flag())
        .only("target_shape", "()", "[]")
        .only("keep_highest", "False", "0");
    rows.add("reshape_like", "ReshapeLike")
        .data("lhs")
        .data("rhs")
        .attribute("lhs_begin", "lhsBegin", openInteger())
        .attribute("lhs_end", "lhsEnd", openInteger())
        .attribute("rhs_begin", "rhsBegin", openInteger())
        .attribute("rhs_end", "rhsEnd", openInteger());
    rows.add("transpose", "Transpose").data("data").fixedBatch().attribute("axes", "axes", tuple());
    rows.add("SwapAxis", "SwapAxes")
        .alias("swapaxes")
        .data("data")
        .fixedBatch()
        .attribute("dim1", "dim1", integer())
        .attribute("dim2", "dim2", integer());
    rows.add("expand_dims", "ExpandDims").data("data").attribute("axis", "axis", integer());
    rows.add("squeeze", "Squeeze").data("data").attribute("axis", "axis", tuple("None"));
    rows.add("tile", "Tile").data("data").fixedBatch().attribute("reps", "reps", tuple());
    rows.add("repeat", "RepeatElements")
        .data("data")
        .fixedBatch()
        .attribute("repeats", "repeats", integer())
        .attribute("axis", "axis", openInteger());
    rows.add("reverse", "Reverse").alias("flip").data("data").attribute("axis", "axis", tuple());
    rows.add("Pad", "Pad")
        .alias("pad")
        .data("data")
        .batchFirst()
        .attribute("mode", "mode", constants("PadMode", "constant", "edge", "reflect"))
        .attribute("pad_width", "padWidth", tuple())
        .attribute("constant_value", "constantValue", number())
        .always("mode");
    rows.add("broadcast_to", "BroadcastTo")
        .data("data")
        .fixedBatch()
        .attribute("shape", "shape", tuple());
    rows.add("broadcast_axis", "BroadcastAxis")
        .alias("broadcast_axes")
        .data("data")
        .fixedBatch()
        .attribute("axis", "axis", tuple())
        .attribute("size", "size", tuple());
    rows.add("broadcast_like", "BroadcastLike")
        .data("lhs")
        .data("rhs")
        .attribute("lhs_axes", "lhsAxes", tuple("None"))
        .attribute("rhs_axes", "rhsAxes", tuple("None"));
    rows.add("depth_to_space", "DepthToSpace")
        .data("data")
        .batchFirst()
        .attribute("block_size", "blockSize", integer());
    rows.add("space_to_depth", "SpaceToDepth")
        .data("data")
        .batchFirst()
        .attribute("block_size", "blockSize", integer());
  }
}
