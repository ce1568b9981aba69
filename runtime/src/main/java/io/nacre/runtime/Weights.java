package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Kind;
import io.nacre.runtime.GraphSpec.Segment;
import io.nacre.runtime.GraphSpec.Variable;

/// What graphs bound with `bindSharing` have in common: parameters, gradients and auxiliary states,
/// one array of each per data type. Optimizers keep their state by it.
final class Weights {
  final float[] parameters32;
  final float[] gradients32;
  final float[] auxiliary32;
  final double[] parameters64;
  final double[] gradients64;
  final double[] auxiliary64;

  /// Of float16 numbers.
  final short[] parameters16;

  final short[] gradients16;
  final short[] auxiliary16;

  final ParameterRuns runs32;
  final ParameterRuns runs64;
  final ParameterRuns runs16;

  Weights(GraphSpec spec) {
    int length32 = spec.length(Segment.PARAMETERS, DataType.FLOAT32);
    parameters32 = new float[length32];
    gradients32 = new float[length32];
    auxiliary32 = new float[spec.length(Segment.AUXILIARY, DataType.FLOAT32)];
    int length64 = spec.length(Segment.PARAMETERS, DataType.FLOAT64);
    parameters64 = new double[length64];
    gradients64 = new double[length64];
    auxiliary64 = new double[spec.length(Segment.AUXILIARY, DataType.FLOAT64)];
    int length16 = spec.length(Segment.PARAMETERS, DataType.FLOAT16);
    parameters16 = new short[length16];
    gradients16 = new short[length16];
    auxiliary16 = new short[spec.length(Segment.AUXILIARY, DataType.FLOAT16)];
    runs32 = new ParameterRuns(spec, DataType.FLOAT32);
    runs64 = new ParameterRuns(spec, DataType.FLOAT64);
    runs16 = new ParameterRuns(spec, DataType.FLOAT16);
  }

  /// The value of a parameter or auxiliary state.
  Tensor value(Variable variable) {
    boolean trained = variable.kind() == Kind.PARAMETER;
    return switch (variable.dataType()) {
      case FLOAT32 ->
          Tensor.view(trained ? parameters32 : auxiliary32, variable.offset(), variable.shape());
      case FLOAT64 ->
          Tensor.view(trained ? parameters64 : auxiliary64, variable.offset(), variable.shape());
      case FLOAT16 ->
          Tensor.view(trained ? parameters16 : auxiliary16, variable.offset(), variable.shape());
      case INT8, UINT8, INT32, INT64 -> throw notTrained(variable);
    };
  }

  /// The gradient of a parameter.
  Tensor gradient(Variable parameter) {
    return switch (parameter.dataType()) {
      case FLOAT32 -> Tensor.view(gradients32, parameter.offset(), parameter.shape());
      case FLOAT64 -> Tensor.view(gradients64, parameter.offset(), parameter.shape());
      case FLOAT16 -> Tensor.view(gradients16, parameter.offset(), parameter.shape());
      case INT8, UINT8, INT32, INT64 -> throw notTrained(parameter);
    };
  }

  /// Where the parameters of the type of one of them lie.
  ParameterRuns runs(Variable parameter) {
    return switch (parameter.dataType()) {
      case FLOAT32 -> runs32;
      case FLOAT64 -> runs64;
      case FLOAT16 -> runs16;
      case INT8, UINT8, INT32, INT64 -> throw notTrained(parameter);
    };
  }

  private static IllegalArgumentException notTrained(Variable variable) {
    return new IllegalArgumentException(
        "%s is %s; parameters and states are floats"
            .formatted(variable.name(), variable.dataType()));
  }
}
