package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a static method computes that is none of Nacre's: the door for operators of the user's own.
///
/// The method is pure: the same inputs and attributes give the same numbers.
///
/// @param attributes an `Integer`, `Double`, `Boolean` or `String` each, which follow the arrays
/// @param backward the methods of the gradient; absent for one that is a gradient itself, and adds to
///     zeros
public record Custom(
    KernelClass kernel,
    String method,
    List<Value> inputs,
    List<Object> attributes,
    Shape shape,
    DataType type,
    Optional<Backward> backward)
    implements Primitive {

  /// The class that has the methods.
  ///
  /// @param name its name in the package, with those that enclose it: `Swish.Kernel`
  public record KernelClass(String packageName, String name) {

    /// `models.Swish.Kernel`
    @Override
    public String toString() {
      return packageName.isEmpty() ? name : packageName + "." + name;
    }
  }

  /// @param methods for each input the method that adds its gradient, if there is one
  /// @param loss whether they take no gradient of the output
  public record Backward(List<Optional<String>> methods, boolean loss) {
    public Backward {
      methods = List.copyOf(methods);
    }
  }

  public Custom {
    inputs = List.copyOf(inputs);
    attributes = List.copyOf(attributes);
  }

  public Custom(
      KernelClass kernel,
      String method,
      List<Value> inputs,
      List<Object> attributes,
      Shape shape,
      DataType type,
      Backward backward) {
    this(kernel, method, inputs, attributes, shape, type, Optional.of(backward));
  }

  /// Whether the method adds to zeros, instead of writing everything.
  public boolean adds() {
    return backward.isEmpty();
  }

  /// By the method that the kernel has for each input. A gradient has no gradient.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    if (backward.isEmpty()) {
      return;
    }
    for (int i = 0; i < inputs.size(); i++) {
      Value input = inputs.get(i);
      Optional<String> added = backward.get().methods().get(i);
      if (added.isPresent() && gradients.wanted(input)) {
        List<Value> arrays = new ArrayList<>(inputs);
        arrays.add(y);
        if (!backward.get().loss()) {
          arrays.add(dy);
        }
        gradients.add(
            input,
            gradients
                .emitter()
                .emit(
                    new Custom(
                        kernel,
                        added.get(),
                        arrays,
                        attributes,
                        input.shape(),
                        type,
                        Optional.empty())));
      }
    }
  }
}
