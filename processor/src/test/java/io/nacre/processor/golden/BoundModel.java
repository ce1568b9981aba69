package io.nacre.processor.golden;

import io.nacre.processor.read.JavaNames;
import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.LayerValues;
import io.nacre.runtime.Parameter;
import io.nacre.runtime.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A bound graph of a generated class, used by reflection: what is fed and what comes out is known
/// by the names of nodes.
public final class BoundModel implements AutoCloseable {
  private static final String GRADIENT = "Gradient";

  private final Class<?> type;
  private final CompiledGraph graph;

  private BoundModel(Class<?> type, Object graph) {
    this.type = type;
    this.graph = (CompiledGraph) graph;
  }

  /// @param batch N; empty for a model without
  public static BoundModel bind(Class<?> type, Device device, OptionalInt batch) {
    Object graph =
        batch.isPresent()
            ? call(method(type, "bind"), null, device, batch.getAsInt())
            : call(method(type, "bind"), null, device);
    return new BoundModel(type, graph);
  }

  BoundModel bindSharing(int batch) {
    return new BoundModel(type, call(method(type, "bindSharing"), graph, batch));
  }

  public CompiledGraph graph() {
    return graph;
  }

  /// Of a model that keeps them.
  public LayerValues layers() {
    return (LayerValues) call(method(type, "layers"), graph);
  }

  /// Sets those of the parameters that `values` has.
  public void setParameters(Map<String, double[]> values) {
    for (Parameter parameter : graph.parameters()) {
      parameter.value().set(values.get(parameter.name()));
    }
  }

  public void setStates(Map<String, double[]> values) {
    values.forEach((name, numbers) -> graph.parameters().auxiliary(name).set(numbers));
  }

  public Map<String, double[]> states() {
    Map<String, double[]> states = new LinkedHashMap<>();
    for (String name : graph.spec().listAuxiliaryStates()) {
      states.put(name, graph.parameters().auxiliary(name).toDoubles());
    }
    return states;
  }

  /// The heads of training by name, with MXNet's suffix `_output`.
  public Map<String, double[]> forward(Map<String, double[]> feeds) {
    return heads(pass("forward", feeds, false));
  }

  /// The heads of a prediction by name, with MXNet's suffix `_output`.
  public Map<String, double[]> infer(Map<String, double[]> feeds) {
    return heads(pass("infer", feeds, false));
  }

  private Map<String, double[]> heads(Object heads) {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (int i = 0; i < graph.spec().heads().size(); i++) {
      Method head = head(heads.getClass(), graph.spec().heads().get(i).name());
      values.put(graph.spec().listOutputs().get(i), ((Tensor) call(head, heads)).toDoubles());
    }
    return values;
  }

  public boolean trains() {
    return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals("backward"));
  }

  /// @param headGradients by the names of the heads, with MXNet's suffix `_output`
  public void backward(Map<String, double[]> headGradients) {
    pass("backward", headGradients, true);
  }

  /// Feeds a method's arguments, which are named after nodes.
  private Object pass(String name, Map<String, double[]> values, boolean ofGradients) {
    Method method = method(type, name);
    Map<String, double[]> byMethod = new HashMap<>();
    values.forEach(
        (node, numbers) ->
            spellings(node).forEach(spelling -> byMethod.putIfAbsent(spelling, numbers)));
    Object[] arguments =
        Arrays.stream(method.getParameters())
            .map(
                parameter -> {
                  String node = parameter.getName();
                  if (ofGradients) {
                    node = output(node.substring(0, node.length() - GRADIENT.length()));
                  }
                  return feed(parameter.getType(), byMethod.get(spellings(node).getFirst()));
                })
            .toArray();
    return call(method, graph, arguments);
  }

  /// How the class spells a node's name, and how if it needs that name for itself.
  private static List<String> spellings(String node) {
    String name = JavaNames.isName(node) ? node : JavaNames.nameLike(node);
    return List.of(name, name + "_1");
  }

  private static Method head(Class<?> heads, String node) {
    return Arrays.stream(heads.getDeclaredMethods())
        .filter(method -> spellings(node).contains(method.getName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(heads + " has no head " + node));
  }

  /// MXNet's name of a head.
  private String output(String head) {
    for (int i = 0; i < graph.spec().heads().size(); i++) {
      if (spellings(graph.spec().heads().get(i).name()).contains(head)) {
        return graph.spec().listOutputs().get(i);
      }
    }
    throw new AssertionError(graph + " has no head " + head);
  }

  private static Object feed(Class<?> role, double[] values) {
    try {
      return call(role.getMethod("of", double[].class), null, values);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /// The gradients of parameters and inputs by name.
  public Map<String, double[]> gradients() {
    Map<String, double[]> gradients = new LinkedHashMap<>();
    for (Parameter parameter : graph.parameters()) {
      gradients.put(parameter.name(), parameter.gradient().toDoubles());
    }
    for (GraphSpec.Variable input : graph.spec().inputs()) {
      List<String> names =
          spellings(input.name()).stream().map(spelling -> spelling + GRADIENT).toList();
      for (Method method : type.getDeclaredMethods()) {
        if (method.getReturnType() == Tensor.class && names.contains(method.getName())) {
          gradients.put(input.name(), ((Tensor) call(method, graph)).toDoubles());
        }
      }
    }
    return gradients;
  }

  /// The gradient of one input.
  ///
  /// @throws IllegalStateException if it has none
  double[] gradient(String input) {
    return ((Tensor) call(method(type, input + GRADIENT), graph)).toDoubles();
  }

  @Override
  public void close() {
    graph.close();
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isSynthetic())
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no method " + name));
  }

  private static Object call(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
