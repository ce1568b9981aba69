package io.nacre.processor.operator;

import io.nacre.processor.operator.Signature.BadSignature;
import io.nacre.processor.operator.Signature.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the signature of an operator.
///
///     signature = input {"," input} "->" axes
///     input     = [name ":"] axes
///     axes      = axis {axis}
///     axis      = name | number | "(" sum ")"
///     sum       = product {("+" | "-") product}
///     product   = factor {("*" | "/") factor}
///     factor    = name | number | "(" sum ")"
final class SignatureParser {
  private static final String EXAMPLE = "such as \"n k, k m -> n m\" with a name before each: a: n k";

  private static final Pattern WORD = Pattern.compile("->|[\\p{L}_]\\w*|\\d+|[-+*/(),:]|\\S");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_]\\w*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final String END = "";

  private final List<String> words = new ArrayList<>();
  private int next;

  SignatureParser(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    words.add(END);
  }

  Signature parse() throws BadSignature {
    List<Input> inputs = new ArrayList<>();
    do {
      inputs.add(input());
    } while (takeIf(","));
    if (!takeIf("->")) {
      throw bad("has %s where -> should stand".formatted(shown()), EXAMPLE);
    }
    List<Axis> output = axes();
    if (!peek().equals(END)) {
      throw bad("has %s after the output".formatted(shown()), "an operator has one output");
    }
    return new Signature(named(inputs), known(inputs, output));
  }

  private static List<Input> named(List<Input> inputs) throws BadSignature {
    if (inputs.size() == 1 && inputs.get(0).name().isEmpty()) {
      return List.of(new Input("data", inputs.get(0).axes()));
    }
    Set<String> names = new HashSet<>();
    for (Input input : inputs) {
      if (input.name().isEmpty()) {
        throw bad(
            "has several inputs, and that of %s has no name".formatted(input.text()),
            "write a name before each: \"data: n k, label: n -> n k\"");
      }
      if (!names.add(input.name())) {
        throw bad(
            "has two inputs called %s".formatted(input.name()), "give each another name");
      }
    }
    return inputs;
  }

  /// A size of the output must follow from the inputs.
  private static List<Axis> known(List<Input> inputs, List<Axis> output) throws BadSignature {
    Set<String> plain = new HashSet<>();
    for (Input input : inputs) {
      for (Axis axis : input.axes()) {
        if (axis instanceof Axis.Named named) {
          plain.add(named.text());
        }
      }
    }
    List<Axis> all = new ArrayList<>(output);
    inputs.forEach(input -> all.addAll(input.axes()));
    for (Axis axis : all) {
      for (String name : axis.names()) {
        if (!plain.contains(name)) {
          throw bad(
              "uses the size %s, which no input has as an axis of its own".formatted(name),
              "write %s among the axes of an input".formatted(name));
        }
      }
    }
    return output;
  }

  private Input input() throws BadSignature {
    String name = "";
    if (NAME.matcher(peek()).matches() && words.get(next + 1).equals(":")) {
      name = peek();
      next += 2;
    }
    return new Input(name, axes());
  }

  private List<Axis> axes() throws BadSignature {
    List<Axis> axes = new ArrayList<>();
    while (true) {
      String word = peek();
      if (NAME.matcher(word).matches()) {
        axes.add(new Axis.Named(word));
        next++;
      } else if (NUMBER.matcher(word).matches()) {
        axes.add(new Axis.Fixed(positive(word)));
        next++;
      } else if (takeIf("(")) {
        int from = next;
        SizeExpression size = sum();
        String text = "(" + String.join("", words.subList(from, next)) + ")";
        close();
        axes.add(new Axis.Computed(text, size));
      } else if (axes.isEmpty()) {
        throw bad("has %s where axes should stand".formatted(shown()), EXAMPLE);
      } else {
        return axes;
      }
    }
  }

  private static long positive(String number) throws BadSignature {
    if (Long.parseLong(number) == 0) {
      throw bad("has an axis of size 0", "write a size of at least 1");
    }
    return Long.parseLong(number);
  }

  private SizeExpression sum() throws BadSignature {
    SizeExpression left = product();
    while (peek().equals("+") || peek().equals("-")) {
      char sign = take().charAt(0);
      left = new SizeExpression.Operation(sign, left, product());
    }
    return left;
  }

  private SizeExpression product() throws BadSignature {
    SizeExpression left = factor();
    while (peek().equals("*") || peek().equals("/")) {
      char sign = take().charAt(0);
      left = new SizeExpression.Operation(sign, left, factor());
    }
    return left;
  }

  private SizeExpression factor() throws BadSignature {
    String word = peek();
    if (NAME.matcher(word).matches()) {
      next++;
      return new SizeExpression.Name(word);
    }
    if (NUMBER.matcher(word).matches()) {
      next++;
      return new SizeExpression.Number(Long.parseLong(word));
    }
    if (!takeIf("(")) {
      throw bad("has %s in a computed size".formatted(shown()), "such as (h/2) or (2*k+1)");
    }
    SizeExpression inner = sum();
    close();
    return inner;
  }

  private void close() throws BadSignature {
    if (!takeIf(")")) {
      throw bad("has %s in a computed size".formatted(shown()), "close it by )");
    }
  }

  private String peek() {
    return words.get(next);
  }

  private String take() {
    return words.get(next++);
  }

  private boolean takeIf(String word) {
    boolean found = peek().equals(word);
    next += found ? 1 : 0;
    return found;
  }

  private String shown() {
    return peek().equals(END) ? "its end" : peek();
  }

  private static BadSignature bad(String fact, String hint) {
    return new BadSignature(fact, hint);
  }
}
