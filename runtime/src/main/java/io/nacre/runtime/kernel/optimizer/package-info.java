/// The loops of the optimizers, one class each, in float; the build derives the double ones.
///
/// A loop updates the elements from `from` to before `to` of a segment, each by itself. It has no
/// branches and calls nothing that is not rounded correctly, so the JIT can turn it into vector
/// code, and the bits are the same either way. In all of them `w` are the weights, `g` their
/// gradients, `rate` the learning rate, `decay` the weight decay, `scale` what gradients are
/// multiplied by and `bound` what they are then cut to, perhaps infinite.
package io.nacre.runtime.kernel.optimizer;
