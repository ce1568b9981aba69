package io.nacre.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.nacre.processor.ir.DataType;

/// The types that generated code refers to, by name: the processor does not depend on the runtime.
final class RuntimeTypes {
  private static final String RUNTIME = "io.nacre.runtime";
  private static final String KERNEL = RUNTIME + ".kernel";
  private static final String VECTOR_KERNEL = KERNEL + ".vector";
  private static final String VECTOR_API = "jdk.incubator.vector";

  static final ClassName COMPILED_GRAPH = ClassName.get(RUNTIME, "CompiledGraph");
  static final ClassName DEVICE = ClassName.get(RUNTIME, "Device");
  static final ClassName FEED = ClassName.get(RUNTIME, "Feed");
  static final ClassName GRAPH_SPEC = ClassName.get(RUNTIME, "GraphSpec");
  static final ClassName JOB = ClassName.get(RUNTIME, "Job");
  static final ClassName LAYER_VALUES = ClassName.get(RUNTIME, "LayerValues");
  static final ClassName PARAMETER = ClassName.get(RUNTIME, "Parameter");
  static final ClassName PARAMETER_SET = ClassName.get(RUNTIME, "ParameterSet");
  static final ClassName RANDOM_NUMBERS = ClassName.get(RUNTIME, "RandomNumbers");
  static final ClassName SHAPE = ClassName.get(RUNTIME, "Shape");
  static final ClassName TENSOR = ClassName.get(RUNTIME, "Tensor");
  static final ClassName WORKER = ClassName.get(RUNTIME, "Worker");
  static final ClassName DATA_TYPE = ClassName.get(RUNTIME, "DataType");
  static final ClassName SEGMENT = GRAPH_SPEC.nestedClass("Segment");

  static final ClassName CONVOLUTION_GEOMETRY = kernel("ConvolutionGeometry");
  static final ClassName POOLING_GEOMETRY = kernel("PoolingGeometry");
  static final ClassName POOLING_TYPE = kernel("PoolingType");
  static final ClassName COPY_GEOMETRY = kernel("CopyGeometry");
  static final ClassName PARTIAL_RESULTS = kernel("PartialResults");
  static final ClassName VECTOR_SUPPORT = kernel("VectorSupport");
  static final ClassName HALF = kernel("Half");

  static final ClassName LANES = ClassName.get(VECTOR_KERNEL, "Lanes");
  static final ClassName VECTOR_SPECIES = ClassName.get(VECTOR_API, "VectorSpecies");
  static final ClassName VECTOR_OPERATORS = ClassName.get(VECTOR_API, "VectorOperators");

  private RuntimeTypes() {}

  /// A class of the runtime's main package.
  static ClassName runtime(String name) {
    return ClassName.get(RUNTIME, name);
  }

  static ClassName kernel(String name) {
    return ClassName.get(KERNEL, name);
  }

  /// `FloatMath`
  static ClassName math(DataType type) {
    return kernel(type.stem() + "Math");
  }

  /// `FloatVectorMath`
  static ClassName vectorMath(DataType type) {
    return ClassName.get(VECTOR_KERNEL, type.stem() + "VectorMath");
  }

  /// `FloatVector`
  static ClassName vector(DataType type) {
    return ClassName.get(VECTOR_API, type.stem() + "Vector");
  }

  /// The type of an array's elements.
  static TypeName element(DataType type) {
    return switch (type) {
      case FLOAT32 -> TypeName.FLOAT;
      case FLOAT64 -> TypeName.DOUBLE;
      case FLOAT16 -> TypeName.SHORT;
      case INT8, UINT8 -> TypeName.BYTE;
      case INT32 -> TypeName.INT;
      case INT64 -> TypeName.LONG;
    };
  }

  /// The type that an element is computed in.
  static TypeName computed(DataType type) {
    return switch (type) {
      case FLOAT32, FLOAT16 -> TypeName.FLOAT;
      case FLOAT64 -> TypeName.DOUBLE;
      case INT8, UINT8, INT32 -> TypeName.INT;
      case INT64 -> TypeName.LONG;
    };
  }

  /// `Float`
  static ClassName boxed(DataType type) {
    return ClassName.get("java.lang", type.stem());
  }

  static ArrayTypeName array(DataType type) {
    return ArrayTypeName.of(element(type));
  }
}
