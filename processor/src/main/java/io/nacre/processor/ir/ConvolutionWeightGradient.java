package io.nacre.processor.ir;

import java.util.List;

/// The gradient of a [Convolution] with respect to its weights: the sum over all positions of dy times
/// the x under the window. Linear in both inputs, so its own gradients are the other two passes.
public record ConvolutionWeightGradient(Filters filters, Value x, Value dy) implements Primitive {
  public ConvolutionWeightGradient {
    Dim batch = x.shape().dim(0);
    Check.shape(x, filters.inputShape(batch), "x");
    Check.shape(dy, filters.outputShape(batch), "dy");
    Check.sameType(x, dy, "convolution");
  }

  @Override
  public List<Value> inputs() {
    return List.of(x, dy);
  }

  @Override
  public Shape shape() {
    return filters.weightShape();
  }

  @Override
  public DataType type() {
    return x.type();
  }

  @Override
  public void differentiate(Value dw, Value g, Gradients gradients) {
    Emitter e = gradients.emitter();
    if (gradients.wanted(x)) {
      gradients.add(x, e.emit(new ConvolutionDataGradient(filters, dy, g)));
    }
    if (gradients.wanted(dy)) {
      gradients.add(dy, e.emit(new Convolution(filters, x, g)));
    }
  }

  @Override
  public Dim flops() {
    return filters.flops(x.shape().dim(0));
  }
}
