package io.nacre.processor.ir;

import java.util.List;

/// `y[i] = f(x0[i], x1[i], ...)`: a function of the elements at one place. All shapes are equal.
public record Pointwise(PointwiseFunction function, List<Value> inputs) implements Primitive {
  public Pointwise {
    inputs = List.copyOf(inputs);
    Check.that(inputs.size() == function.arity(), "%s takes %s", function, function.arity());
    Check.that(
        inputs.getFirst().type() != DataType.FLOAT16 || function == PointwiseFunction.IDENTITY,
        "%s in float16",
        function);
    for (Value input : inputs) {
      Check.sameShape(inputs.getFirst(), input, function);
      Check.sameType(inputs.getFirst(), input, function);
    }
  }

  @Override
  public Shape shape() {
    return inputs.getFirst().shape();
  }

  @Override
  public DataType type() {
    return inputs.getFirst().type();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    for (int i = 0; i < inputs.size(); i++) {
      Value input = inputs.get(i);
      if (gradients.wanted(input)) {
        function
            .derivative(gradients.emitter(), inputs, y, dy, i)
            .ifPresent(gradient -> gradients.add(input, gradient));
      }
    }
  }

  @Override
  public Dim flops() {
    return shape().size();
  }
}
