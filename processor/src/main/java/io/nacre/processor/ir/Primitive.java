package io.nacre.processor.ir;

import java.util.List;

/// What a value is made by. The set is closed, with [Custom] as the door for what users compute: a pass that must treat every kind says so in a switch
/// without a default, and javac lists what was forgotten.
///
/// Each record holds everything about its operation, one under the other: what it checks, its shape
/// and type, and its gradient. Records compare by their fields, and values by identity, so equal
/// records are the same computation.
public sealed interface Primitive
    permits Variable,
        Constant,
        SizeConstant,
        Index,
        Cast,
        Pointwise,
        Reduce,
        Broadcast,
        Reshape,
        Transpose,
        Slice,
        Pad,
        Concat,
        MatMul,
        Gather,
        ScatterAdd,
        SortOrder,
        Convolution,
        ConvolutionDataGradient,
        ConvolutionWeightGradient,
        Pool,
        PoolGradient,
        GradientOverride,
        Assign,
        RandomUniform,
        Custom {

  List<Value> inputs();

  Shape shape();

  DataType type();

  /// Adds what the gradient `dy` of `y`, this primitive's value, contributes to the gradients of its
  /// inputs, as further primitives.
  void differentiate(Value y, Value dy, Gradients gradients);

  /// Floating-point operations of the forward computation, a fused multiply-add counted as two.
  default Dim flops() {
    return Dim.UNKNOWN;
  }
}
