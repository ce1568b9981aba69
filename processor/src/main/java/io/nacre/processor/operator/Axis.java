package io.nacre.processor.operator;

import io.nacre.processor.ir.Dim;
import java.util.Map;
import java.util.Set;

/// A size in the signature of an operator.
sealed interface Axis {

  /// As the signature spells it.
  String text();

  /// The names whose sizes are needed to know this one.
  Set<String> names();

  /// The size, once all its names are known.
  ///
  /// @throws NoSize if there is none
  Dim size(Map<String, Dim> sizes) throws NoSize;

  /// The same size wherever the name stands.
  record Named(String text) implements Axis {
    @Override
    public Set<String> names() {
      return Set.of(text);
    }

    @Override
    public Dim size(Map<String, Dim> sizes) {
      return sizes.get(text);
    }
  }

  /// A number.
  record Fixed(long number) implements Axis {
    @Override
    public String text() {
      return Long.toString(number);
    }

    @Override
    public Set<String> names() {
      return Set.of();
    }

    @Override
    public Dim size(Map<String, Dim> sizes) {
      return Dim.of(number);
    }
  }

  /// `(h/2)`
  record Computed(String text, SizeExpression expression) implements Axis {
    @Override
    public Set<String> names() {
      return expression.names();
    }

    @Override
    public Dim size(Map<String, Dim> sizes) throws NoSize {
      SizeExpression.Size size = expression.evaluate(sizes);
      if (size.factor() < 1) {
        throw new NoSize("%s is %s".formatted(text, size.text()));
      }
      return new Dim(size.factor(), size.batch());
    }
  }

  /// Why a computed size is none: `h/2 leaves a rest`.
  final class NoSize extends Exception {
    private static final long serialVersionUID = 1;

    NoSize(String fact) {
      super(fact, null, false, false);
    }
  }
}
