package io.nacre.processor.formula;

import io.nacre.processor.formula.Expression.Edge;
import io.nacre.processor.formula.Expression.Number;
import io.nacre.processor.formula.Expression.Operation;
import io.nacre.processor.mxnet.Operators;
import io.nacre.processor.problem.Similar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads a formula.
///
///     comparison = sum [("<" | "<=" | ">" | ">=" | "==" | "!=") sum]
///     sum        = product {("+" | "-") product}
///     product    = sign {("*" | "/" | "%") sign}
///     sign       = ["-"] sign | power
///     power      = operand ["**" sign]
///     operand    = number | name | name "(" [argument {"," argument}] ")" | "(" comparison ")"
///     argument   = comparison | name "=" literal
///     literal    = ["-"] number | name | text | "(" [literal {"," literal} [","]] ")"
final class FormulaParser {
  /// Deeper ones would not fit on the stack, and nobody could read them.
  private static final int DEEPEST = 100;

  /// A formula of so many words is no line any more.
  private static final int MOST_WORDS = 1000;

  private static final Set<String> SUMS = Set.of("+", "-");
  private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

  private final String formula;
  private final List<String> parameters;
  private final List<Token> words;
  private int next;
  private int depth;

  private FormulaParser(String formula, List<String> parameters) throws FormulaError {
    this.formula = formula;
    this.parameters = parameters;
    this.words = Lexer.words(formula);
  }

  /// @param parameters the names that the formula may use
  static Expression parse(String formula, List<String> parameters) throws FormulaError {
    FormulaParser parser = new FormulaParser(formula, parameters);
    if (parser.peek().kind() == Token.Kind.END) {
      throw new FormulaError(
          parser.peek().range(), "the formula is empty", "write an expression such as a + b");
    }
    if (parser.words.size() > MOST_WORDS) {
      throw new FormulaError(
          parser.words.get(MOST_WORDS).range(),
          "the formula has more than %d words".formatted(MOST_WORDS),
          "make several nodes of it");
    }
    Expression whole = parser.comparison();
    if (parser.peek().kind() != Token.Kind.END) {
      throw parser.unexpected("an operator or the end");
    }
    return whole;
  }

  private Token peek() {
    return words.get(next);
  }

  private Token take() {
    return words.get(next++);
  }

  private boolean takeIf(String sign) {
    if (peek().is(sign)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String sign, String where) throws FormulaError {
    if (!takeIf(sign)) {
      throw unexpected(sign + where);
    }
  }

  private FormulaError unexpected(String wanted) {
    Token found = peek();
    return new FormulaError(
        found.range(),
        found.kind() == Token.Kind.END
            ? "the formula ends too early"
            : "%s does not belong here".formatted(found.shown()),
        "write " + wanted);
  }

  private Expression comparison() throws FormulaError {
    Expression left = sum();
    if (isSign(COMPARISONS)) {
      String sign = take().text();
      left = apply(sign, left, sum());
      if (isSign(COMPARISONS)) {
        throw new FormulaError(
            peek().range(),
            "comparisons do not follow each other",
            "write logical_and(a < b, b < c), or parentheses");
      }
    }
    return left;
  }

  private Expression sum() throws FormulaError {
    Expression left = product();
    while (isSign(SUMS)) {
      String sign = take().text();
      left = apply(sign, left, product());
    }
    return left;
  }

  private Expression product() throws FormulaError {
    Expression left = sign();
    while (isSign(PRODUCTS)) {
      String sign = take().text();
      left = apply(sign, left, sign());
    }
    return left;
  }

  private boolean isSign(Set<String> signs) {
    return peek().kind() == Token.Kind.SIGN && signs.contains(peek().text());
  }

  private static Expression apply(String sign, Expression left, Expression right) {
    Range range = left.range().to(right.range());
    return BinaryOperator.of(sign).orElseThrow().apply(left, right, range);
  }

  /// As in Python, `-a` is `a * -1`.
  private Expression sign() throws FormulaError {
    if (!peek().is("-")) {
      return power();
    }
    Token minus = take();
    enter(minus);
    Expression operand = sign();
    depth--;
    return BinaryOperator.TIMES.apply(
        operand, new Number(-1, minus.range()), minus.range().to(operand.range()));
  }

  private Expression power() throws FormulaError {
    Expression base = operand();
    if (!takeIf("**")) {
      return base;
    }
    enter(peek());
    Expression exponent = sign();
    depth--;
    return apply("**", base, exponent);
  }

  private void enter(Token token) throws FormulaError {
    if (++depth > DEEPEST) {
      throw new FormulaError(
          token.range(),
          "the formula is nested more than %d deep".formatted(DEEPEST),
          "make several nodes of it");
    }
  }

  private Expression operand() throws FormulaError {
    Token word = peek();
    switch (word.kind()) {
      case NUMBER -> {
        next++;
        return new Number(Double.parseDouble(word.text()), word.range());
      }
      case NAME -> {
        next++;
        return peek().is("(") ? call(word) : edge(word);
      }
      default -> {
        if (!takeIf("(")) {
          throw unexpected("a name, a number or a parenthesis");
        }
        enter(word);
        Expression inner = comparison();
        depth--;
        expect(")", " to close the parenthesis");
        return inner;
      }
    }
  }

  private Expression edge(Token name) throws FormulaError {
    if (parameters.contains(name.text())) {
      return new Edge(name.text(), name.range());
    }
    boolean function = functions().contains(name.text());
    String near = Similar.hint(name.text(), parameters);
    throw new FormulaError(
        name.range(),
        function
            ? name.text() + " is a function"
            : "%s is none of the parameters".formatted(name.text()),
        function
            ? "call it: %s(%s)".formatted(name.text(), first())
            : !near.isEmpty() ? near : "add Symbol %s to the method".formatted(name.text()));
  }

  private String first() {
    return parameters.isEmpty() ? "a" : parameters.get(0);
  }

  private Expression call(Token name) throws FormulaError {
    enter(name);
    List<Expression> operands = new ArrayList<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    expect("(", "");
    while (!peek().is(")")) {
      argument(name, operands, attributes);
      if (!takeIf(",") && !peek().is(")")) {
        throw unexpected(", or )");
      }
    }
    Range range = name.range().to(take().range());
    depth--;
    Optional<BinaryOperator> binary = BinaryOperator.of(name.text());
    if (binary.isPresent()) {
      if (operands.size() != 2 || !attributes.isEmpty()) {
        throw new FormulaError(
            range,
            "%s takes two operands, not %d".formatted(name.text(), operands.size()),
            "write %s(%s, 2)".formatted(name.text(), first()));
      }
      return binary.get().apply(operands.get(0), operands.get(1), range);
    }
    if (Operators.of(name.text()).isEmpty()) {
      String near = Similar.hint(name.text(), functions());
      throw new FormulaError(
          name.range(),
          "there is no function " + name.text(),
          near.isEmpty() ? "docs/operators.md lists them, by the names of MXNet" : near);
    }
    for (Expression operand : operands) {
      if (operand instanceof Number) {
        throw new FormulaError(
            operand.range(),
            "%s takes arrays, and this is a number".formatted(name.text()),
            "give an attribute by its name, as in sum(%s, axis=1)".formatted(first()));
      }
    }
    return new Operation(name.text(), operands, attributes, range);
  }

  private static Set<String> functions() {
    Set<String> names = new TreeSet<>();
    Operators.all().keySet().stream().filter(name -> !name.startsWith("_")).forEach(names::add);
    for (BinaryOperator each : BinaryOperator.values()) {
      if (Character.isLetter(each.spelling().charAt(0))) {
        names.add(each.spelling());
      }
    }
    return names;
  }

  private void argument(
      Token function, List<Expression> operands, Map<String, String> attributes)
      throws FormulaError {
    Token name = peek();
    if (name.kind() == Token.Kind.NAME && words.get(next + 1).is("=")) {
      next += 2;
      if (attributes.put(name.text(), literal()) != null) {
        throw new FormulaError(
            name.range(), name.text() + " is given twice", "remove one of them");
      }
    } else if (attributes.isEmpty()) {
      operands.add(comparison());
    } else {
      throw new FormulaError(
          name.range(),
          "an operand of %s stands after an attribute".formatted(function.text()),
          "write the operands first, then the attributes");
    }
  }

  /// The text of an attribute's value, as Python's.
  private String literal() throws FormulaError {
    Token first = take();
    switch (first.kind()) {
      case NUMBER, NAME, TEXT -> {
        return first.text();
      }
      default -> {
        if (first.is("-") && peek().kind() == Token.Kind.NUMBER) {
          return "-" + take().text();
        }
        if (first.is("(")) {
          while (!peek().is(")")) {
            enter(peek());
            literal();
            depth--;
            if (!takeIf(",") && !peek().is(")")) {
              throw unexpected(", or )");
            }
          }
          return first.range().to(take().range()).of(formula);
        }
        next--;
        throw unexpected("a number, True, False, None, 'text' or (1, 2)");
      }
    }
  }
}
