package io.nacre.processor.write;

import io.nacre.processor.ir.Assign;
import io.nacre.processor.ir.Broadcast;
import io.nacre.processor.ir.Cast;
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
        names.of(step.output()) + " = " + new Formula(step, names).made(step.group().root(), false);
    return formula.length() <= LONGEST ? formula : formula.substring(0, LONGEST - 4) + " ...";
  }

  /// A value inside the formula; `nested` puts an operator in parentheses.
  private String text(Value value, boolean nested) {
    if (step.group().members().contains(value)) {
      return made(value, nested);
    }
    return switch (value.primitive()) {
      case Constant constant -> number(constant.number());
      case SizeConstant size -> size.size().toString();
      case Index index -> "index" + index.axis();
      case Broadcast broadcast -> text(broadcast.input(), nested);
      default -> names.of(value);
    };
  }

  private String made(Value value, boolean nested) {
    return switch (value.primitive()) {
      case Pointwise pointwise -> pointwise(pointwise, nested);
      case Cast cast -> cast.type() + joined(List.of(text(cast.input(), false)));
      case Reduce reduce -> call(reduce.kind(), List.of(text(reduce.input(), false)));
      case Constant constant -> number(constant.number());
      case SizeConstant size -> size.size().toString();
      case Index index -> "index" + index.axis();
      case Broadcast broadcast -> text(broadcast.input(), nested);
      case Assign assign -> text(assign.input(), nested);
      default ->
          lower(value.primitive().getClass().getSimpleName())
              + joined(value.primitive().inputs().stream().map(names::of).toList());
    };
  }

  private String pointwise(Pointwise pointwise, boolean nested) {
    String operator =
        switch (pointwise.function()) {
          case ADD -> " + ";
          case SUBTRACT -> " - ";
          case MULTIPLY -> " * ";
          case DIVIDE -> " / ";
          case SELECT_GREATER -> " > ";
          case SELECT_EQUAL -> " == ";
          default -> "";
        };
    List<String> in =
        pointwise.inputs().stream().map(input -> text(input, !operator.isEmpty())).toList();
    String formula =
        switch (pointwise.function()) {
          case ADD, SUBTRACT, MULTIPLY, DIVIDE -> in.get(0) + operator + in.get(1);
          case SELECT_GREATER, SELECT_EQUAL ->
              in.get(0) + operator + in.get(1) + " ? " + in.get(2) + " : " + in.get(3);
          case NEGATE -> "-" + in.getFirst();
          case IDENTITY -> in.getFirst();
          default -> call(pointwise.function(), in);
        };
    return nested && !operator.isEmpty() ? "(" + formula + ")" : formula;
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
