package io.nacre.processor.operator;

import java.util.List;
import java.util.stream.Collectors;

/// The shapes of an operator: `data: n k, label: n -> n k`.
public record Signature(List<Input> inputs, List<Axis> output) {

  /// @param name what the input is called; `data` for the only one, if it has no name
  public record Input(String name, List<Axis> axes) {
    public Input {
      axes = List.copyOf(axes);
    }

    String text() {
      return Signature.text(axes);
    }
  }

  public Signature {
    inputs = List.copyOf(inputs);
    output = List.copyOf(output);
  }

  /// @throws BadSignature if the text is none
  public static Signature of(String text) throws BadSignature {
    return new SignatureParser(text).parse();
  }

  /// `n k`
  static String text(List<Axis> axes) {
    return axes.stream().map(Axis::text).collect(Collectors.joining(" "));
  }

  /// What is wrong with the text of a signature.
  public static final class BadSignature extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    BadSignature(String fact, String hint) {
      super(fact, null, false, false);
      this.hint = hint;
    }

    public String hint() {
      return hint;
    }
  }
}
