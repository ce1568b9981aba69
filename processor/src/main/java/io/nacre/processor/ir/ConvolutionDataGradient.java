package io.nacre.processor.ir;

import java.util.List;

/// The gradient of a [Convolution] with respect to its data: every dy is spread over the window that
/// it came from. Linear in both inputs, so its own gradients are the other two passes.
public record ConvolutionDataGradient(Filters filters, Value dy, Value w) implements Primitive {
  public ConvolutionDataGradient {
    Check.shape(dy, filters.outputShape(dy.shape().dim(0)), "dy");
    Check.shape(w, filters.weightShape(), "w");
    Check.sameType(dy, w, "convolution");
  }

  @Override
  public List<Value> inputs() {
    return List.of(dy, w);
  }

  @Override
  public Shape shape() {
    return filters.inputShape(dy.shape().dim(0));
  }

  @Override
  public DataType type() {
    return dy.type();
  }

  @Override
  public void differentiate(Value dx, Value g, Gradients gradients) {
    Emitter e = gradients.emitter();
    if (gradients.wanted(dy)) {
      gradients.add(dy, e.emit(new Convolution(filters, g, w)));
    }
    if (gradients.wanted(w)) {
      gradients.add(w, e.emit(new ConvolutionWeightGradient(filters, g, dy)));
    }
  }

  @Override
  public Dim flops() {
    return filters.flops(dy.shape().dim(0));
  }
}
