package io.nacre.processor.write;

import io.nacre.processor.ir.Broadcast;
import io.nacre.processor.ir.Constant;
import io.nacre.processor.ir.Index;
import io.nacre.processor.ir.Pointwise;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.SizeConstant;
import io.nacre.processor.ir.Value;
import io.nacre.processor.lower.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a step computes, as a line of comment: `tanh1 = tanh(conv1 + conv1_bias)`.
final class Formula {
  private static final int LONGEST = 90;

  private final Step step;
  private final ValueNames names;

  private Formula(Step step, ValueNames names) {
    this.step = step;
    this.names = names;
  }

  static String of(Step step, ValueNames names) {
    String formula =
        names.of(step.output()) + " = " + new Formula(step, names).made(step.output(), 0);
    return formula.length() <= LONGEST ? formula : formula.substring(0, LONGEST - 4) + " ...";
  }

  private String text(Value value, int depth) {
    if (step.group().members().contains(value)) {
      return made(value, depth);
    }
    return switch (value.primitive()) {
      case Constant constant -> number(constant.number());
      case SizeConstant size -> size.size().toString();
      case Index index -> "index" + index.axis();
      case Broadcast broadcast -> text(broadcast.input(), depth);
      default -> names.of(value);
    };
  }

  /// A deep expression is cut short: its comment is cut anyway.
  private String made(Value value, int depth) {
    if (depth > LONGEST) {
      return "...";
    }
    List<String> inputs =
        switch (value.primitive()) {
          case Pointwise pointwise ->
              pointwise.inputs().stream().map(input -> text(input, depth + 1)).toList();
          case Reduce reduce -> List.of(text(reduce.input(), depth + 1));
          case Constant constant -> List.of(number(constant.number()));
          case Broadcast broadcast -> List.of(text(broadcast.input(), depth + 1));
          default -> value.primitive().inputs().stream().map(names::of).toList();
        };
    String outer = depth == 0 ? "%s" : "(%s)";
    if (value.primitive() instanceof Pointwise pointwise) {
      return switch (pointwise.function()) {
        case ADD -> outer.formatted(String.join(" + ", inputs));
        case SUBTRACT -> outer.formatted(String.join(" - ", inputs));
        case MULTIPLY -> outer.formatted(String.join(" * ", inputs));
        case DIVIDE -> outer.formatted(String.join(" / ", inputs));
        case NEGATE -> "-" + inputs.getFirst();
        case IDENTITY -> inputs.getFirst();
        case SELECT_GREATER -> outer.formatted(select(">", inputs));
        case SELECT_EQUAL -> outer.formatted(select("==", inputs));
        default -> call(pointwise.function(), inputs);
      };
    }
    return switch (value.primitive()) {
      case Reduce reduce -> call(reduce.kind(), inputs);
      case Constant c -> inputs.getFirst();
      case Broadcast b -> inputs.getFirst();
      default -> lower(value.primitive().getClass().getSimpleName()) + joined(inputs);
    };
  }

  private static String select(String comparison, List<String> in) {
    return in.get(0) + " " + comparison + " " + in.get(1) + " ? " + in.get(2) + " : " + in.get(3);
  }

  private static String call(Enum<?> function, List<String> inputs) {
    return function.name().toLowerCase(Locale.ROOT) + joined(inputs);
  }

  private static String joined(List<String> inputs) {
    return inputs.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private static String lower(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e6
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
