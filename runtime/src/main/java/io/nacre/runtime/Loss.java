package io.nacre.runtime;

/// The average of what a graph computes as its loss; MXNet's `loss`.
public final class Loss implements Metric {
  private double sum;
  private long count;

  /// One that has seen nothing.
  public Loss() {}

  @Override
  public String name() {
    return "loss";
  }

  /// Takes in the losses of one batch.
  public void update(Tensor losses) {
    for (int i = 0; i < losses.size(); i++) {
      sum += losses.at(i);
    }
    count += losses.size();
  }

  /// Takes in the losses of one batch.
  ///
  /// @param labels not looked at
  @Override
  public void update(float[] labels, Tensor losses) {
    update(losses);
  }

  @Override
  public double value() {
    return sum / count;
  }

  @Override
  public void reset() {
    sum = 0;
    count = 0;
  }
}
