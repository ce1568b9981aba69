package io.nacre.processor.ir;

import java.util.List;

/// `y[n,f,o] = sum over c, k of x[n, c, o * stride - pad + k * dilate] w[f, c, k]`, within groups of
/// channels; o and k run over one to three axes. Cross-correlation, as every framework has it.
public record Convolution(Filters filters, Value x, Value w) implements Primitive {
  public Convolution {
    Check.shape(x, filters.inputShape(x.shape().dim(0)), "x");
    Check.shape(w, filters.weightShape(), "w");
    Check.sameType(x, w, "convolution");
  }

  @Override
  public List<Value> inputs() {
    return List.of(x, w);
  }

  @Override
  public Shape shape() {
    return filters.outputShape(x.shape().dim(0));
  }

  @Override
  public DataType type() {
    return x.type();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    Emitter e = gradients.emitter();
    if (gradients.wanted(x)) {
      gradients.add(x, e.emit(new ConvolutionDataGradient(filters, dy, w)));
    }
    if (gradients.wanted(w)) {
      gradients.add(w, e.emit(new ConvolutionWeightGradient(filters, x, dy)));
    }
  }

  @Override
  public Dim flops() {
    return filters.flops(x.shape().dim(0));
  }
}
