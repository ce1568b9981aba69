package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Segment;
import io.nacre.runtime.GraphSpec.Variable;
import java.util.Comparator;
import java.util.List;

/// Where the parameters of one data type lie in their segment, in ascending order, and what each
/// multiplies the settings of an optimizer by. Padding between them belongs to none.
final class ParameterRuns {
  /// How many elements the segment has.
  final int length;

  private final List<Variable> variables;
  private final double[] lrMult;
  private final double[] wdMult;

  ParameterRuns(GraphSpec spec, DataType dataType) {
    length = spec.length(Segment.PARAMETERS, dataType);
    variables =
        spec.parameters().stream()
            .filter(variable -> variable.dataType() == dataType)
            .sorted(Comparator.comparingInt(Variable::offset))
            .toList();
    lrMult = new double[variables.size()];
    wdMult = new double[variables.size()];
    for (int run = 0; run < variables.size(); run++) {
      lrMult[run] = spec.lrMult(variables.get(run));
      wdMult[run] = spec.wdMult(variables.get(run));
    }
  }

  int count() {
    return lrMult.length;
  }

  Variable variable(int run) {
    return variables.get(run);
  }

  /// The run of a parameter.
  int run(Variable variable) {
    return variables.indexOf(variable);
  }

  int start(int run) {
    return variables.get(run).offset();
  }

  /// One past the last element.
  int end(int run) {
    return variables.get(run).offset() + (int) variables.get(run).shape().size();
  }

  double lrMult(int run) {
    return lrMult[run];
  }

  void lrMult(int run, double lrMult) {
    this.lrMult[run] = lrMult;
  }

  double wdMult(int run) {
    return wdMult[run];
  }

  void wdMult(int run, double wdMult) {
    this.wdMult[run] = wdMult;
  }
}
