package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Variable;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/// The parameters of a bound graph, in MXNet's order of arguments.
///
/// A generated graph has a subclass with one method per parameter.
public class ParameterSet implements Iterable<Parameter> {
  private final String model;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Tensor> auxiliary = new LinkedHashMap<>();

  /// The parameters of `graph`.
  ///
  /// @throws IllegalStateException if the graph is closed
  protected ParameterSet(CompiledGraph graph) {
    graph.requireOpen();
    model = graph.spec().model();
    Weights weights = graph.weights();
    for (Variable variable : graph.spec().parameters()) {
      parameters.put(variable.name(), new Parameter(variable, weights));
    }
    for (Variable variable : graph.spec().auxiliaryStates()) {
      auxiliary.put(variable.name(), weights.value(variable));
    }
  }

  /// The parameter of a name.
  ///
  /// @throws NoSuchElementException if there is none; it suggests a name that is close
  public final Parameter get(String name) {
    return found("parameter", name, parameters);
  }

  /// The auxiliary state of a name, for instance `bn_moving_mean`, as a view.
  ///
  /// @throws NoSuchElementException if there is none; it suggests a name that is close
  public final Tensor auxiliary(String name) {
    return found("auxiliary state", name, auxiliary);
  }

  /// Sets all gradients to 0, for parameters whose gradients add up over backward passes.
  public final void zeroGradients() {
    for (Parameter parameter : this) {
      parameter.gradient().set(new double[parameter.gradient().size()]);
    }
  }

  /// How many parameters there are.
  public final int size() {
    return parameters.size();
  }

  /// How many numbers they have together.
  public final long count() {
    return parameters.values().stream().mapToLong(parameter -> parameter.value().size()).sum();
  }

  /// A hash of the bits of all parameters in order, as 16 hexadecimal digits: two graphs of a model
  /// have the same if they have the same parameters. Each number is one word of 64 bits, a float's
  /// sign-extended, and a word is taken in as in FNV-1a, with the upper half then folded into the
  /// lower; all NaNs are alike.
  public final String hash() {
    long hash = 0xcbf29ce484222325L;
    for (Parameter parameter : this) {
      Tensor value = parameter.value();
      boolean single = value.dataType() != DataType.FLOAT64;
      for (int i = 0; i < value.size(); i++) {
        double number = value.at(i);
        long bits = single ? Float.floatToIntBits((float) number) : Double.doubleToLongBits(number);
        hash = (hash ^ bits) * 0x100000001b3L;
        hash ^= hash >>> 32;
      }
    }
    return "%016x".formatted(hash);
  }

  @Override
  public final Iterator<Parameter> iterator() {
    return Collections.unmodifiableCollection(parameters.values()).iterator();
  }

  private <T> T found(String kind, String name, Map<String, T> map) {
    T value = map.get(name);
    if (value == null) {
      throw new NoSuchElementException(
          "%s has no %s '%s'%s".formatted(model, kind, name, Names.suggestion(name, map.keySet())));
    }
    return value;
  }
}
