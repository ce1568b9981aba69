package io.nacre.processor.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a formula into words.
final class Lexer {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)"
              + "|(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
              + "|'(?<text>[^']*)'"
              + "|(?<sign>\\*\\*|<=|>=|==|!=|[-+*/%<>(),=])");

  /// What other languages write, and what it is here.
  private static final Map<String, String> FOREIGN =
      Map.of(
          "^", "a power is **",
          "&", "write logical_and(a, b)",
          "|", "write logical_or(a, b)",
          "!", "write logical_not(a)",
          "[", "a part of an array is slice_axis(a, axis=0, begin=0, end=1)",
          "{", "a list is written in parentheses: (2, 3)",
          "?", "a choice is where(condition, a, b)",
          "@", "a product of matrices is dot(a, b)",
          ".", "call a function, sum(a), or take a node inside another by @From",
          "\"", "a text is written in single quotes: 'edge'");

  private Lexer() {}

  /// @throws FormulaError at the first sign that is none
  static List<Token> words(String formula) throws FormulaError {
    List<Token> words = new ArrayList<>();
    Matcher word = WORD.matcher(formula);
    int at = 0;
    while (at < formula.length()) {
      if (Character.isWhitespace(formula.charAt(at))) {
        at++;
      } else if (word.find(at) && word.start() == at) {
        words.add(token(word));
        at = word.end();
      } else {
        String sign = formula.substring(at, formula.offsetByCodePoints(at, 1));
        throw new FormulaError(
            new Range(at, at + sign.length()),
            "%s has no meaning in a formula".formatted(sign),
            FOREIGN.getOrDefault(
                sign, "a formula has names, numbers, functions and + - * / % ** < <= > >= == !="));
      }
    }
    int end = formula.length();
    words.add(new Token(Token.Kind.END, "", new Range(end, end)));
    return words;
  }

  private static Token token(Matcher word) {
    Range range = new Range(word.start(), word.end());
    if (word.group("number") != null) {
      return new Token(Token.Kind.NUMBER, word.group(), range);
    }
    if (word.group("name") != null) {
      return new Token(Token.Kind.NAME, word.group(), range);
    }
    return word.group("text") != null
        ? new Token(Token.Kind.TEXT, word.group("text"), range)
        : new Token(Token.Kind.SIGN, word.group(), range);
  }
}
