package io.nacre.processor.problem;

/// The kinds of mistakes that Nacre tells apart. Each label is stable and has a section in
/// `docs/errors.md`.
public enum ProblemId {
  UNKNOWN_EDGE("UnknownEdge"),
  CYCLE("Cycle"),
  RESERVED_NAME("ReservedName"),
  NAME_CLASH("NameClash"),
  BAD_NAME("BadName"),
  OVERLOAD("Overload"),
  BAD_MODEL("BadModel"),
  BAD_NODE("BadNode"),
  BAD_BLOCK("BadBlock"),
  BAD_SETS("BadSets"),
  SET_TWICE("SetTwice"),
  UNSET_PARAM("UnsetParam"),
  BAD_CALL("BadCall"),
  BAD_FORMULA("BadFormula"),
  BAD_OPERATOR("BadOperator"),
  BAD_LAYER_TYPE("BadLayerType"),
  MISSING_PROVIDER("MissingProvider"),
  PROVIDER_CLASH("ProviderClash"),
  PROVIDER_FAILED("ProviderFailed"),
  BAD_REPEAT("BadRepeat"),
  RECURSION("Recursion"),
  WRONG_ARGUMENTS("WrongArguments"),
  BAD_ATTRIBUTE("BadAttribute"),
  MISSING_ATTRIBUTE("MissingAttribute"),
  BAD_SHAPE("BadShape"),
  WRONG_RANK("WrongRank"),
  KERNEL_TOO_LARGE("KernelTooLarge"),
  SHAPE_MISMATCH("ShapeMismatch"),
  RESHAPE("Reshape"),
  UNEVEN_SPLIT("UnevenSplit"),
  GROUPS("Groups"),
  WEIGHT_SHAPE("WeightShape"),
  LABEL_SHAPE("LabelShape"),
  MISSING_FILE("MissingFile"),
  BAD_FILE("BadFile"),
  UNKNOWN_OPERATOR("UnknownOperator"),
  UNKNOWN_VARIABLE("UnknownVariable"),
  TYPE_MISMATCH("TypeMismatch"),
  NOT_FLOAT("NotFloat"),
  UNDETERMINED_SHAPE("UndeterminedShape"),
  BATCH_ARITHMETIC("BatchArithmetic"),
  ARRAY_TOO_LONG("ArrayTooLong"),
  MEMORY_EXCEEDED("MemoryExceeded"),
  BAD_OPTION("BadOption"),
  VECTOR_REQUIRED("VectorRequired"),
  NO_VECTOR_MODULE("NoVectorModule", false),
  BATCH_RESHAPED("BatchReshaped", false),
  BIAS_BEFORE_NORM("BiasBeforeNorm", false),
  CHANNELS_LAST("ChannelsLast", false),
  DROPPED_AXIS("DroppedAxis", false),
  DROPOUT_LAST("DropoutLast", false),
  LAYER_AFTER_LOSS("LayerAfterLoss", false),
  SECOND_SINK("SecondSink", false),
  SHARED_BY_NAME("SharedByName", false),
  SOFTMAX_TWICE("SoftmaxTwice", false),
  TIME_FIRST("TimeFirst", false),
  UNUSED_NODE("UnusedNode", false),
  INTERNAL("Internal");

  private final String label;
  private final boolean error;

  ProblemId(String label) {
    this(label, true);
  }

  ProblemId(String label, boolean error) {
    this.label = label;
    this.error = error;
  }

  /// The name that users see: `KernelTooLarge`.
  public String label() {
    return label;
  }

  /// Whether the model cannot be used; otherwise it is a warning.
  public boolean isError() {
    return error;
  }
}
