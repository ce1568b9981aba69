package io.nacre.runtime;

import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Weights scaled so that signals keep their size from layer to layer (Glorot and Bengio, 2010);
/// MXNet's `Xavier`.
///
/// With the shape `out x in x kernel...`, fan in is in * kernel size and fan out is out * kernel
/// size, and the scale is sqrt(magnitude / factor), where the factor is their average or one of
/// them. Uniform weights lie from -scale to scale; Gaussian ones have it as their standard
/// deviation.
///
/// [MsraPrelu] is the rule with another magnitude.
public final class Xavier implements Initializer {
  /// What the scale is divided by.
  public enum FactorType {
    /// The average of fan in and fan out.
    AVG,
    /// Fan in: how many inputs an output is summed from.
    IN,
    /// Fan out: how many outputs an input goes into.
    OUT
  }

  private final boolean gaussian;
  private final FactorType factorType;
  private final double magnitude;

  private Xavier(boolean gaussian, FactorType factorType, double magnitude) {
    this.gaussian = gaussian;
    this.factorType = Objects.requireNonNull(factorType, "factorType");
    this.magnitude = Arguments.requirePositive("magnitude", magnitude);
  }

  /// Uniform weights, with the average as factor and magnitude 3.
  public static Xavier uniform() {
    return new Xavier(false, FactorType.AVG, 3);
  }

  /// Gaussian weights, with the average as factor and magnitude 3.
  public static Xavier gaussian() {
    return new Xavier(true, FactorType.AVG, 3);
  }

  /// The same rule with another factor.
  public Xavier factorType(FactorType factorType) {
    return new Xavier(gaussian, factorType, magnitude);
  }

  /// The same rule with another magnitude.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Xavier magnitude(double magnitude) {
    return new Xavier(gaussian, factorType, magnitude);
  }

  /// See [Initializer#values].
  ///
  /// @throws IllegalArgumentException if the shape has fewer than two axes
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    double scale = Math.sqrt(magnitude / factor(name, shape));
    return gaussian
        ? () -> Gaussian.next(random) * scale
        : () -> (2 * random.nextDouble() - 1) * scale;
  }

  @Override
  public String toString() {
    return "Xavier(%s, %s, magnitude %s)"
        .formatted(gaussian ? "gaussian" : "uniform", factorType, magnitude);
  }

  private double factor(String name, Shape shape) {
    if (shape.rank() < 2) {
      throw new IllegalArgumentException(
          "%s: Xavier needs a shape of at least two axes, not %s; Uniform and Normal do not"
              .formatted(name, shape));
    }
    double kernel = 1;
    for (int axis = 2; axis < shape.rank(); axis++) {
      kernel *= shape.dim(axis);
    }
    double fanIn = shape.dim(1) * kernel;
    double fanOut = shape.dim(0) * kernel;
    return switch (factorType) {
      case AVG -> (fanIn + fanOut) / 2;
      case IN -> fanIn;
      case OUT -> fanOut;
    };
  }
}
