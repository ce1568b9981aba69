package io.nacre.runtime;

import io.nacre.runtime.Xavier.FactorType;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Gaussian weights for rectifiers (He and others, 2015); MXNet's `MSRAPrelu`.
///
/// The standard deviation is sqrt(2 / (1 + slope^2) / factor), with the factor of [Xavier].
///
/// @param factorType the fan that the variance is divided by
/// @param slope the rectifier's slope for negative numbers: 0 for `Relu`
public record MsraPrelu(FactorType factorType, double slope) implements Initializer {
  /// The rule for a factor and a slope.
  ///
  /// @throws IllegalArgumentException if the slope is negative, infinite or NaN
  public MsraPrelu {
    Objects.requireNonNull(factorType, "factorType");
    Arguments.requireNotNegative("slope", slope);
  }

  /// The average of the fans and the slope 0.25, MXNet's defaults.
  public MsraPrelu() {
    this(FactorType.AVG, 0.25);
  }

  /// See [Initializer#values].
  ///
  /// @throws IllegalArgumentException if the shape has fewer than two axes
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    Xavier xavier = Xavier.gaussian().factorType(factorType).magnitude(2 / (1 + slope * slope));
    return xavier.values(name, shape, random);
  }
}
