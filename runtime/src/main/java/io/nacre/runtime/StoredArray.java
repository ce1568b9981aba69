package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Kind;
import io.nacre.runtime.GraphSpec.Variable;
import io.nacre.runtime.files.MxnetParams;
import io.nacre.runtime.files.SafeTensors;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One array of a file of weights, before it is read.
sealed interface StoredArray {
  /// What the file calls it.
  String label();

  /// How it differs from what a variable needs, in words; empty if it does not.
  List<String> differences(Variable variable);

  /// Its numbers, for a variable that it does not differ from.
  Tensor read(Variable variable) throws IOException;

  /// How a shape differs from what is needed.
  static List<String> differences(String label, List<Long> found, Shape shape) {
    String text =
        found.isEmpty()
            ? "scalar"
            : String.join(" x ", found.stream().map(String::valueOf).toList());
    List<String> differences = new ArrayList<>();
    if (!text.equals(shape.toString())) {
      differences.add("%s is %s, not %s".formatted(label, text, shape));
    }
    return differences;
  }

  /// An array of a safetensors file, which has to be of the variable's type.
  record Safe(SafeTensors file, SafeTensors.Entry entry) implements StoredArray {
    @Override
    public String label() {
      return entry.name();
    }

    @Override
    public List<String> differences(Variable variable) {
      return differences(entry, variable.shape(), variable.dataType());
    }

    static List<String> differences(SafeTensors.Entry entry, Shape shape, DataType dataType) {
      List<String> differences = StoredArray.differences(entry.name(), entry.shape(), shape);
      String wanted = SafeTensors.typeName(dataType);
      if (!entry.dataType().equals(wanted)) {
        differences.add(
            "%s is of type %s, not %s".formatted(entry.name(), entry.dataType(), wanted));
      }
      return differences;
    }

    @Override
    public Tensor read(Variable variable) throws IOException {
      return file.get(entry.name());
    }
  }

  /// An array of MXNet's. Its numbers have to be exact in the variable's type.
  record Params(MxnetParams file, MxnetParams.Entry entry) implements StoredArray {
    private static final Set<String> WHOLE = Set.of("int32", "uint32", "int64", "uint64");
    private static final String ARGUMENT = "arg:";
    private static final String AUXILIARY = "aux:";

    /// The variable's name, without what MXNet puts before it in checkpoints.
    String name() {
      String name = entry.name();
      return name.startsWith(ARGUMENT) || name.startsWith(AUXILIARY) ? name.substring(4) : name;
    }

    @Override
    public String label() {
      return entry.name();
    }

    @Override
    public List<String> differences(Variable variable) {
      List<String> differences = StoredArray.differences(label(), entry.shape(), variable.shape());
      if (entry.storage() == MxnetParams.Storage.NONE) {
        differences = new ArrayList<>(List.of("%s is an empty slot".formatted(label())));
      }
      boolean single = entry.dataType().equals("float32");
      boolean rounds =
          switch (variable.dataType()) {
            case FLOAT32 -> entry.dataType().equals("float64");
            case FLOAT16 -> single || entry.dataType().equals("float64");
            case FLOAT64, INT8, UINT8, INT32, INT64 -> false;
          };
      if (rounds) {
        differences.add(
            "%s is of type %s, which %s would round"
                .formatted(label(), entry.dataType(), variable.dataType()));
      }
      boolean trained = variable.kind() == Kind.PARAMETER;
      if (label().startsWith(trained ? AUXILIARY : ARGUMENT)) {
        differences.add(
            "%s is the model's %s"
                .formatted(label(), trained ? "parameter, arg:" : "auxiliary state, aux:"));
      }
      return differences;
    }

    /// @throws IllegalArgumentException if a whole number is not exactly a float32, for a variable
    ///     of that type
    @Override
    public Tensor read(Variable variable) throws IOException {
      Tensor value = file.get(entry.name(), variable.shape());
      if (variable.dataType() != DataType.FLOAT64 && WHOLE.contains(entry.dataType())
          || variable.dataType() == DataType.FLOAT16 && !entry.dataType().equals("float16")) {
        Tensor rounded = value.cast(variable.dataType());
        for (int i = 0; i < value.size(); i++) {
          double number = value.at(i);
          if (rounded.at(i) != number && !Double.isNaN(number)) {
            throw new IllegalArgumentException(
                "%s has at place %d the number %s, which %s would round"
                    .formatted(label(), i, new BigDecimal(number), variable.dataType()));
          }
        }
      }
      return value;
    }
  }
}
