package io.nacre.samples.siamese;

import io.nacre.annotations.Abs;
import io.nacre.annotations.Call;
import io.nacre.annotations.FullyConnected;
import io.nacre.annotations.Input;
import io.nacre.annotations.LogisticRegressionOutput;
import io.nacre.annotations.Minus;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;

/// Tells whether two images are of one kind, by the distance of their codes: Koch et al., *Siamese
/// Neural Networks for One-shot Image Recognition* (2015).
///
/// Both codes come from one set of weights, `left_conv1_weight` and so on, whose gradients add up.
@Model
interface Siamese {
  @Input({1, 28, 28})                               Symbol first();
  @Input({1, 28, 28})                               Symbol second();
  @Call(Encoder.class)                              Symbol left(Symbol first);
  @Call(value = Encoder.class, weightsOf = "left")  Symbol right(Symbol second);
  @Minus                                            Symbol difference(Symbol left, Symbol right);
  @Abs                                              Symbol distance(Symbol difference);
  @FullyConnected(units = 1)                        Symbol score(Symbol distance);
  @LogisticRegressionOutput                         Symbol same(Symbol score);
}
