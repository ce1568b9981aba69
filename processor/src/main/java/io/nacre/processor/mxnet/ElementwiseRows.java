package io.nacre.processor.mxnet;

import static io.nacre.processor.mxnet.Kinds.number;

/// Functions of each element by itself.
final class ElementwiseRows {
  private ElementwiseRows() {}

  static void addTo(Rows rows) {
    rows.add("add_n", "AddN").alias("ElementWiseSum").data("arg").anyNumber().counting("num_args");
    rows.add("elemwise_add", "Plus").alias("_Plus", "_add", "_plus").data("lhs").data("rhs");
    rows.add("elemwise_sub", "Minus").alias("_Minus", "_minus", "_sub").data("lhs").data("rhs");
    rows.add("elemwise_mul", "Times").alias("_Mul", "_mul").data("lhs").data("rhs");
    rows.add("elemwise_div", "Div").alias("_Div", "_div").data("lhs").data("rhs");
    rows.add("abs", "Abs").data("data");
    rows.add("ceil", "Ceil").data("data");
    rows.add("floor", "Floor").data("data");
    rows.add("round", "Round").data("data");
    rows.add("rint", "Rint").data("data");
    rows.add("trunc", "Trunc").data("data");
    rows.add("fix", "Fix").data("data");
    rows.add("sqrt", "Sqrt").data("data");
    rows.add("cbrt", "Cbrt").data("data");
    rows.add("exp", "Exp").data("data");
    rows.add("expm1", "Expm1").data("data");
    rows.add("log", "Log").data("data");
    rows.add("log2", "Log2").data("data");
    rows.add("log10", "Log10").data("data");
    rows.add("log1p", "Log1p").data("data");
    rows.add("sin", "Sin").data("data");
    rows.add("cos", "Cos").data("data");
    rows.add("tan", "Tan").data("data");
    rows.add("arcsin", "ArcSin").data("data");
    rows.add("arccos", "ArcCos").data("data");
    rows.add("arctan", "ArcTan").data("data");
    rows.add("sinh", "Sinh").data("data");
    rows.add("cosh", "Cosh").data("data");
    rows.add("arcsinh", "ArcSinh").data("data");
    rows.add("arccosh", "ArcCosh").data("data");
    rows.add("arctanh", "ArcTanh").data("data");
    rows.add("erf", "Erf").data("data");
    rows.add("erfinv", "Erfinv").data("data");
    rows.add("gamma", "Gamma").data("data");
    rows.add("gammaln", "Gammaln").data("data");
    rows.add("_copy", "Identity").alias("identity").data("data");
    rows.add("negative", "Negative").data("data");
    rows.add("sign", "Sign").data("data");
    rows.add("square", "Square").data("data");
    rows.add("reciprocal", "Reciprocal").data("data");
    rows.add("rsqrt", "Rsqrt").data("data");
    rows.add("rcbrt", "Rcbrt").data("data");
    rows.add("degrees", "Degrees").data("data");
    rows.add("radians", "Radians").data("data");
    rows.add("logical_not", "LogicalNot").data("data");
    rows.add("zeros_like", "ZerosLike").data("data");
    rows.add("ones_like", "OnesLike").data("data");
    rows.add("_maximum", "Maximum").alias("_Maximum").data("lhs").data("rhs");
    rows.add("_minimum", "Minimum").alias("_Minimum").data("lhs").data("rhs");
    rows.add("_power", "Power").alias("_Power").data("lhs").data("rhs");
    rows.add("_mod", "Mod").alias("_Mod").data("lhs").data("rhs");
    rows.add("_hypot", "Hypot").alias("_Hypot").data("lhs").data("rhs");
    rows.add("_equal", "Equal").alias("_Equal").data("lhs").data("rhs");
    rows.add("_not_equal", "NotEqual").alias("_Not_Equal").data("lhs").data("rhs");
    rows.add("_greater", "Greater").alias("_Greater").data("lhs").data("rhs");
    rows.add("_greater_equal", "GreaterEqual").alias("_Greater_Equal").data("lhs").data("rhs");
    rows.add("_lesser", "Lesser").alias("_Lesser").data("lhs").data("rhs");
    rows.add("_lesser_equal", "LesserEqual").alias("_Lesser_Equal").data("lhs").data("rhs");
    rows.add("_logical_and", "LogicalAnd").alias("_Logical_And").data("lhs").data("rhs");
    rows.add("_logical_or", "LogicalOr").alias("_Logical_Or").data("lhs").data("rhs");
    rows.add("_logical_xor", "LogicalXor").alias("_Logical_Xor").data("lhs").data("rhs");
    rows.add("broadcast_add", "BroadcastPlus").alias("broadcast_plus").data("lhs").data("rhs");
    rows.add("broadcast_sub", "BroadcastMinus").alias("broadcast_minus").data("lhs").data("rhs");
    rows.add("broadcast_mul", "BroadcastTimes").data("lhs").data("rhs");
    rows.add("broadcast_div", "BroadcastDiv").data("lhs").data("rhs");
    rows.add("broadcast_maximum", "BroadcastMaximum").data("lhs").data("rhs");
    rows.add("broadcast_minimum", "BroadcastMinimum").data("lhs").data("rhs");
    rows.add("broadcast_power", "BroadcastPower").data("lhs").data("rhs");
    rows.add("broadcast_mod", "BroadcastMod").data("lhs").data("rhs");
    rows.add("broadcast_hypot", "BroadcastHypot").data("lhs").data("rhs");
    rows.add("broadcast_equal", "BroadcastEqual").data("lhs").data("rhs");
    rows.add("broadcast_not_equal", "BroadcastNotEqual").data("lhs").data("rhs");
    rows.add("broadcast_greater", "BroadcastGreater").data("lhs").data("rhs");
    rows.add("broadcast_greater_equal", "BroadcastGreaterEqual").data("lhs").data("rhs");
    rows.add("broadcast_lesser", "BroadcastLesser").data("lhs").data("rhs");
    rows.add("broadcast_lesser_equal", "BroadcastLesserEqual").data("lhs").data("rhs");
    rows.add("broadcast_logical_and", "BroadcastLogicalAnd").data("lhs").data("rhs");
    rows.add("broadcast_logical_or", "BroadcastLogicalOr").data("lhs").data("rhs");
    rows.add("broadcast_logical_xor", "BroadcastLogicalXor").data("lhs").data("rhs");
    scalar(rows, "_plus_scalar", "PlusScalar").alias("_PlusScalar");
    scalar(rows, "_minus_scalar", "MinusScalar").alias("_MinusScalar");
    scalar(rows, "_rminus_scalar", "RMinusScalar").alias("_RMinusScalar");
    scalar(rows, "_mul_scalar", "TimesScalar").alias("_MulScalar");
    scalar(rows, "_div_scalar", "DivScalar").alias("_DivScalar");
    scalar(rows, "_rdiv_scalar", "RDivScalar").alias("_RDivScalar");
    scalar(rows, "_mod_scalar", "ModScalar").alias("_ModScalar");
    scalar(rows, "_rmod_scalar", "RModScalar").alias("_RModScalar");
    scalar(rows, "_power_scalar", "PowerScalar").alias("_PowerScalar");
    scalar(rows, "_rpower_scalar", "RPowerScalar").alias("_RPowerScalar");
    scalar(rows, "_maximum_scalar", "MaximumScalar").alias("_MaximumScalar");
    scalar(rows, "_minimum_scalar", "MinimumScalar").alias("_MinimumScalar");
    scalar(rows, "_hypot_scalar", "HypotScalar").alias("_HypotScalar");
    scalar(rows, "_equal_scalar", "EqualScalar").alias("_EqualScalar");
    scalar(rows, "_not_equal_scalar", "NotEqualScalar").alias("_NotEqualScalar");
    scalar(rows, "_greater_scalar", "GreaterScalar").alias("_GreaterScalar");
    scalar(rows, "_greater_equal_scalar", "GreaterEqualScalar").alias("_GreaterEqualScalar");
    scalar(rows, "_lesser_scalar", "LesserScalar").alias("_LesserScalar");
    scalar(rows, "_lesser_equal_scalar", "LesserEqualScalar").alias("_LesserEqualScalar");
    scalar(rows, "_logical_and_scalar", "LogicalAndScalar").alias("_LogicalAndScalar");
    scalar(rows, "_logical_or_scalar", "LogicalOrScalar").alias("_LogicalOrScalar");
    scalar(rows, "_logical_xor_scalar", "LogicalXorScalar").alias("_LogicalXorScalar");
    rows.add("clip", "Clip")
        .data("data")
        .attribute("a_min", "min", number())
        .attribute("a_max", "max", number());
    rows.add("hard_sigmoid", "HardSigmoid")
        .data("data")
        .attribute("alpha", "alpha", number())
        .attribute("beta", "beta", number());
    rows.add("smooth_l1", "SmoothL1")
        .data("data")
        .attribute("scalar", "scalar", number())
        .always("scalar");
  }

  /// A number in the place of the second operand. Whether it is a whole one matters only to arrays of
  /// integers.
  private static Operator scalar(Rows rows, String mxnet, String annotation) {
    return rows.add(mxnet, annotation)
        .data("data")
        .attribute("scalar", "value", number())
        .absent("scalar", 1.0)
        .ignoring("is_int");
  }
}
