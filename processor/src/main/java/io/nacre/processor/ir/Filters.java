package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.List;

/// The sizes of a convolution, shared by its three passes.
public record Filters(int channels, int filters, int groups, Window window) {

  /// `filters x channels/groups x kernel...`
  public Shape weightShape() {
    List<Dim> dims = new ArrayList<>(List.of(Dim.of(filters), Dim.of(channels / groups)));
    window.kernel().forEach(size -> dims.add(Dim.of(size)));
    return new Shape(dims);
  }

  Shape inputShape(Dim batch) {
    return Window.image(batch, channels, window.input());
  }

  Shape outputShape(Dim batch) {
    return Window.image(batch, filters, window.output());
  }

  /// Two for each multiply-add, of which every pass has equally many.
  Dim flops(Dim batch) {
    Shape output = outputShape(batch);
    return Flops.product(2, output.size(), weightShape().size(1, weightShape().rank()));
  }
}
