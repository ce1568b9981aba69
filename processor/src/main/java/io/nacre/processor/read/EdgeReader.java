package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/// Reads a parameter of a node method as an edge.
final class EdgeReader {
  private final Annotations annotations;
  private final Problems problems;

  EdgeReader(Annotations annotations, Problems problems) {
    this.annotations = annotations;
    this.problems = problems;
  }

  /// An edge, and whether it has a mistake that was reported already.
  record Edge(EdgeDeclaration declaration, boolean broken) {}

  /// @param name the parameter's name as it was written, which its class file may not know
  Edge read(String node, VariableElement parameter, String name) {
    Place place = ElementPlace.of(parameter);
    boolean broken = annotations.anyUnresolved(parameter);

    switch (SymbolType.of(parameter.asType())) {
      case SYMBOL -> {}
      case BROKEN -> broken = true;
      case OTHER -> {
        broken = true;
        problems.add(
            Problem.of(
                ProblemId.BAD_NODE,
                place,
                node,
                "parameter " + name + " is of type " + parameter.asType() + ", not Symbol",
                "a parameter is an edge from the node of its name: Symbol "
                    + name
                    + "; numbers belong in the annotation"));
      }
    }

    Text target = new Text(name, place, false);
    int output = 0;
    Place outputPlace = place;
    Optional<AnnotationUse> from = annotations.find(parameter, "From");
    if (from.isPresent()) {
      target = text(from.get());
      outputPlace = target.place();
      AttributeValue number = from.get().attributes().get("output");
      if (number != null && number.value() instanceof Integer index) {
        output = index;
        outputPlace = number.written() ? number.place() : outputPlace;
      } else {
        broken = true;
      }
    }

    List<Text> arguments = new ArrayList<>();
    annotations.find(parameter, "As").ifPresent(as -> arguments.add(text(as)));
    annotations
        .find(parameter, "Weight")
        .ifPresent(weight -> arguments.add(new Text("weight", weight.place(), false)));
    annotations
        .find(parameter, "Bias")
        .ifPresent(bias -> arguments.add(new Text("bias", bias.place(), false)));
    Text argument = arguments.isEmpty() ? new Text("", place, false) : arguments.get(0);
    if (arguments.size() > 1) {
      broken = true;
      Text second = arguments.get(1);
      problems.add(
          Problem.of(
              ProblemId.WRONG_ARGUMENTS,
              second.place(),
              node,
              name + " is given as " + argument.value() + " and as " + second.value(),
              "keep one; to use the node for both, write a parameter for each, the second with "
                  + "@From(\""
                  + target.value()
                  + "\")"));
    }
    return new Edge(
        new EdgeDeclaration(
            name,
            target.value(),
            output,
            argument.value(),
            target.place(),
            outputPlace,
            argument.place()),
        broken || target.broken() || argument.broken());
  }

  private record Text(String value, Place place, boolean broken) {}

  private static Text text(AnnotationUse use) {
    AttributeValue value = use.attributes().get("value");
    return value != null && value.value() instanceof String text
        ? new Text(text, value.place(), false)
        : new Text("", use.place(), true);
  }
}
