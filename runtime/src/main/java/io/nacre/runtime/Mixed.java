package io.nacre.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Different rules for different variables, by their names; MXNet's `Mixed`.
///
///     Mixed.of("embed_weight", new Uniform(0.1))
///         .and(".*_i2h_bias", new LstmBias())
///         .otherwise(Xavier.uniform())
///
/// The first pattern that matches a whole name says what its variable starts as, a bias too. The
/// rule behind `otherwise` is for what no pattern matches and the end of the name does not decide;
/// see [Initializer].
public final class Mixed implements Initializer {
  private record Rule(Pattern pattern, Initializer initializer) {
    boolean matches(String name) {
      return pattern.matcher(name).matches();
    }
  }

  private final List<Rule> rules;
  private final Initializer otherwise;

  private Mixed(List<Rule> rules, Initializer otherwise) {
    this.rules = rules;
    this.otherwise = otherwise;
  }

  /// A rule for the variables whose names match a regular expression.
  ///
  /// @throws java.util.regex.PatternSyntaxException if it is none
  public static Mixed of(String pattern, Initializer initializer) {
    return new Mixed(List.of(), null).and(pattern, initializer);
  }

  /// The same rules, and behind them another.
  ///
  /// @throws java.util.regex.PatternSyntaxException if the pattern is no regular expression
  public Mixed and(String pattern, Initializer initializer) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(
        new Rule(Pattern.compile(pattern), Objects.requireNonNull(initializer, "initializer")));
    return new Mixed(more, otherwise);
  }

  /// The same rules, and one for all other variables.
  public Mixed otherwise(Initializer initializer) {
    return new Mixed(rules, Objects.requireNonNull(initializer, "initializer"));
  }

  @Override
  public boolean decides(String name) {
    return rules.stream().anyMatch(rule -> rule.matches(name))
        || otherwise != null && otherwise.decides(name);
  }

  /// See [Initializer#values].
  ///
  /// @throws IllegalArgumentException if no pattern matches the name and there is no other rule, or
  ///     the rule does not suit the shape
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    for (Rule rule : rules) {
      if (rule.matches(name)) {
        return rule.initializer().values(name, shape, random);
      }
    }
    if (otherwise == null) {
      throw new IllegalArgumentException(
          "no rule is for %s: it matches none of %s; say what it starts as by otherwise(...)"
              .formatted(name, rules.stream().map(rule -> rule.pattern().pattern()).toList()));
    }
    return otherwise.values(name, shape, random);
  }
}
