package io.nacre.processor.operator;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.operator.Axis.NoSize;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Arithmetic of sizes, over whole numbers.
sealed interface SizeExpression {

  Set<String> names();

  Size evaluate(Map<String, Dim> sizes) throws NoSize;

  /// A number, or so many N.
  record Size(long factor, boolean batch) {
    String text() {
      return batch ? factor + "N" : Long.toString(factor);
    }
  }

  record Name(String name) implements SizeExpression {
    @Override
    public Set<String> names() {
      return Set.of(name);
    }

    @Override
    public Size evaluate(Map<String, Dim> sizes) {
      Dim size = sizes.get(name);
      return new Size(size.size(), size.batch());
    }
  }

  record Number(long number) implements SizeExpression {
    @Override
    public Set<String> names() {
      return Set.of();
    }

    @Override
    public Size evaluate(Map<String, Dim> sizes) {
      return new Size(number, false);
    }
  }

  /// @param sign one of `+ - * /`
  record Operation(char sign, SizeExpression left, SizeExpression right)
      implements SizeExpression {
    @Override
    public Set<String> names() {
      Set<String> names = new TreeSet<>(left.names());
      names.addAll(right.names());
      return names;
    }

    @Override
    public Size evaluate(Map<String, Dim> sizes) throws NoSize {
      Size a = left.evaluate(sizes);
      Size b = right.evaluate(sizes);
      try {
        return switch (sign) {
          case '+' -> sum(a, b.factor(), b);
          case '-' -> sum(a, -b.factor(), b);
          case '*' -> product(a, b);
          default -> quotient(a, b);
        };
      } catch (ArithmeticException e) {
        throw new NoSize("%s %s %s is too large".formatted(a.text(), sign, b.text()));
      }
    }

    private Size sum(Size a, long b, Size right) throws NoSize {
      if (a.batch() != right.batch()) {
        throw new NoSize(
            "%s %s %s is not the same for every batch".formatted(a.text(), sign, right.text()));
      }
      return new Size(Math.addExact(a.factor(), b), a.batch());
    }

    private static Size product(Size a, Size b) throws NoSize {
      if (a.batch() && b.batch()) {
        throw new NoSize("%s * %s has N twice".formatted(a.text(), b.text()));
      }
      return new Size(Math.multiplyExact(a.factor(), b.factor()), a.batch() || b.batch());
    }

    private static Size quotient(Size a, Size b) throws NoSize {
      if (b.factor() == 0 || a.factor() % b.factor() != 0 || b.batch() && !a.batch()) {
        throw new NoSize("%s / %s is no whole number".formatted(a.text(), b.text()));
      }
      return new Size(a.factor() / b.factor(), a.batch() && !b.batch());
    }
  }
}
