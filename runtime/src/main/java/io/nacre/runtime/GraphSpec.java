package io.nacre.runtime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of a graph before it is bound: its variables, layers, heads and storage segments.
/// Long because what can be asked and the builder that answers stand together.
///
/// Names and their order are MXNet's. A generated class holds one as a constant, `SPEC`:
///
/// ```java
/// System.out.println(LeNetGraph.SPEC.summary());
/// Shape scores = LeNetGraph.SPEC.shape("fc2", 64);
/// ```
public final class GraphSpec {
  /// What a [Variable] is to its graph.
  public enum Kind {
    /// Fed by the user.
    INPUT,
    /// Fed by the user when training; left out of inference.
    LABEL,
    /// Trained.
    PARAMETER,
    /// State that the graph updates itself, such as a moving average.
    AUXILIARY,
    /// An output of the graph.
    HEAD
  }

  /// A part of a graph's memory without N, one array per data type.
  public enum Segment {
    /// Trained numbers; gradients and optimizer state have the same layout.
    PARAMETERS,
    /// Auxiliary states.
    AUXILIARY
  }

  /// One variable or head.
  ///
  /// @param offset where it starts in its segment, in elements; -1 for what is in no segment
  public record Variable(String name, Kind kind, Shape shape, DataType dataType, int offset) {}

  /// A node that computes something.
  ///
  /// @param name the node: `conv1`
  /// @param operator what it is: `Conv`
  /// @param inputs the variables and nodes that it takes, in the operator's order; of a node with
  ///     several outputs MXNet's name of the one: `split_output1`
  /// @param outputs at least one
  public record Layer(
      String name,
      String operator,
      DataType dataType,
      List<String> inputs,
      List<Output> outputs) {}

  /// What a [Layer] gives.
  ///
  /// @param name MXNet's name for it: `conv1_output`
  public record Output(String name, Shape shape) {}

  private final String model;
  private final List<Variable> arguments;
  private final List<Variable> auxiliary;
  private final List<Variable> heads;
  private final List<String> outputs;
  private final String layerText;
  private final Cost training;
  private final Cost inference;
  private final Map<Segment, Map<DataType, Integer>> lengths;
  private final Map<String, Double> lrMults;
  private final Map<String, Double> wdMults;
  private final Map<String, Initializer> initializers;

  /// Read when somebody asks for them.
  private List<Layer> layers;

  private GraphSpec(Builder builder) {
    model = builder.model;
    arguments = List.copyOf(builder.arguments);
    auxiliary = List.copyOf(builder.auxiliary);
    heads = List.copyOf(builder.heads);
    outputs = List.copyOf(builder.outputs);
    layerText = builder.layerText.toString();
    training = builder.training;
    inference = builder.inference;
    lengths = new EnumMap<>(Segment.class);
    builder.lengths.forEach((segment, map) -> lengths.put(segment, new EnumMap<>(map)));
    lrMults = Map.copyOf(builder.lrMults);
    wdMults = Map.copyOf(builder.wdMults);
    initializers = Map.copyOf(builder.initializers);
  }

  /// Starts the specification of `model`, the simple name of the user's type.
  public static Builder builder(String model) {
    return new Builder(model);
  }

  /// The simple name of the user's type, for instance `LeNet`.
  public String model() {
    return model;
  }

  /// The names of inputs, labels and parameters in MXNet's order.
  public List<String> listArguments() {
    return arguments.stream().map(Variable::name).toList();
  }

  /// MXNet's names of the heads: `out_output`, and `split_output1` where a node has several.
  public List<String> listOutputs() {
    return outputs;
  }

  /// The names of the auxiliary states in MXNet's order.
  public List<String> listAuxiliaryStates() {
    return auxiliary.stream().map(Variable::name).toList();
  }

  /// Inputs, labels and parameters in MXNet's order.
  public List<Variable> arguments() {
    return arguments;
  }

  /// What the user feeds, labels excepted.
  public List<Variable> inputs() {
    return arguments(Kind.INPUT);
  }

  /// The labels.
  public List<Variable> labels() {
    return arguments(Kind.LABEL);
  }

  /// What is trained.
  public List<Variable> parameters() {
    return arguments(Kind.PARAMETER);
  }

  /// The auxiliary states.
  public List<Variable> auxiliaryStates() {
    return auxiliary;
  }

  /// The outputs of the graph, named after their nodes: `out`, and `split_output1` where a node has
  /// several.
  public List<Variable> heads() {
    return heads;
  }

  /// The nodes that compute something, each after those that it takes.
  public List<Layer> layers() {
    if (layers == null) {
      layers = LayerText.read(layerText);
    }
    return layers;
  }

  /// The shape of a variable or a layer, by its name, or of an output by MXNet's name for it.
  ///
  /// @throws IllegalArgumentException if there is none of the name; it tells the nearest one
  public Shape shape(String name) {
    return Values.find(this, name).shape();
  }

  /// As [#shape(String)], for a batch of `n`.
  ///
  /// @throws IllegalArgumentException also if `n` is less than 1
  public Shape shape(String name, int n) {
    return shape(name).at(n);
  }

  /// The type of a variable, layer or output, named as for [#shape(String)].
  ///
  /// @throws IllegalArgumentException if there is none of the name; it tells the nearest one
  public DataType dataType(String name) {
    return Values.find(this, name).dataType();
  }

  /// The shapes of [#listArguments] for a batch of `n`, in that order.
  ///
  /// @throws IllegalArgumentException if `n` is less than 1
  public Map<String, Shape> argumentShapes(int n) {
    return Values.map(listArguments(), arguments, argument -> argument.shape().at(n));
  }

  /// The shapes of [#listOutputs] for a batch of `n`, in that order.
  ///
  /// @throws IllegalArgumentException if `n` is less than 1
  public Map<String, Shape> outputShapes(int n) {
    return Values.map(outputs, heads, head -> head.shape().at(n));
  }

  /// The shapes of [#listAuxiliaryStates], in that order.
  public Map<String, Shape> auxiliaryShapes() {
    return Values.map(listAuxiliaryStates(), auxiliary, Variable::shape);
  }

  /// The types of [#listArguments], in that order.
  public Map<String, DataType> argumentTypes() {
    return Values.map(listArguments(), arguments, Variable::dataType);
  }

  /// The types of [#listOutputs], in that order.
  public Map<String, DataType> outputTypes() {
    return Values.map(outputs, heads, Variable::dataType);
  }

  /// The types of [#listAuxiliaryStates], in that order.
  public Map<String, DataType> auxiliaryTypes() {
    return Values.map(listAuxiliaryStates(), auxiliary, Variable::dataType);
  }

  /// How many numbers are trained.
  public long parameterCount() {
    return parameters().stream().mapToLong(parameter -> parameter.shape().size()).sum();
  }

  /// Bytes of weights, gradients, states and work memory that training takes with `n` samples. The
  /// state of an optimizer comes on top.
  public long trainingBytes(int n) {
    return training.bytes(n);
  }

  /// Bytes of weights, states and work memory that prediction takes with `n` samples.
  public long inferenceBytes(int n) {
    return inference.bytes(n);
  }

  /// Floating-point operations of one forward and backward pass with `n` samples, a fused
  /// multiply-add counted as two.
  public long trainingFlops(int n) {
    return training.flops(n);
  }

  /// Floating-point operations of one prediction with `n` samples.
  public long inferenceFlops(int n) {
    return inference.flops(n);
  }

  /// The table of all layers, with their types, shapes, parameters and inputs, and what the graph
  /// needs, for any N. MXNet prints it by `print_summary`.
  public String summary() {
    return Summary.of(this);
  }

  /// As [#summary()], for a batch of `n`.
  ///
  /// @throws IllegalArgumentException if `n` is less than 1
  public String summary(int n) {
    return Summary.of(this, n);
  }

  Cost training() {
    return training;
  }

  Cost inference() {
    return inference;
  }

  /// How many elements of a type a segment has, 0 if it was not declared.
  public int length(Segment segment, DataType dataType) {
    return lengths.getOrDefault(segment, Map.of()).getOrDefault(dataType, 0);
  }

  /// What optimizers multiply the learning rate by for a parameter, at first.
  double lrMult(Variable parameter) {
    return lrMults.getOrDefault(parameter.name(), 1.0);
  }

  /// What optimizers multiply the weight decay by for a parameter, at first. If the model does not
  /// say, it is MXNet's rule: 1 for names in `_weight` and `_gamma`, else 0.
  double wdMult(Variable parameter) {
    String name = parameter.name();
    boolean decays = name.endsWith("_weight") || name.endsWith("_gamma");
    return wdMults.getOrDefault(name, decays ? 1.0 : 0.0);
  }

  /// The rule for a parameter's first numbers, if the model has one.
  Optional<Initializer> initializer(Variable parameter) {
    return Optional.ofNullable(initializers.get(parameter.name()));
  }

  /// Parameters and auxiliary states: what a file of weights holds.
  List<Variable> states() {
    List<Variable> states = new ArrayList<>(parameters());
    states.addAll(auxiliary);
    return states;
  }

  private List<Variable> arguments(Kind kind) {
    return arguments.stream().filter(argument -> argument.kind() == kind).toList();
  }

  /// Collects a [GraphSpec]. Inputs, labels and parameters are told in MXNet's order of arguments.
  public static final class Builder {
    private final String model;
    private final List<Variable> arguments = new ArrayList<>();
    private final List<Variable> auxiliary = new ArrayList<>();
    private final List<Variable> heads = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final StringBuilder layerText = new StringBuilder();
    private Cost training = Cost.NONE;
    private Cost inference = Cost.NONE;
    private final Map<Segment, Map<DataType, Integer>> lengths = new EnumMap<>(Segment.class);
    private final Set<String> names = new HashSet<>();
    private final Map<String, Double> lrMults = new HashMap<>();
    private final Map<String, Double> wdMults = new HashMap<>();
    private final Map<String, Initializer> initializers = new HashMap<>();

    private Builder(String model) {
      this.model = model;
    }

    /// Adds a variable that the user feeds.
    public Builder input(String name, Shape shape, DataType dataType) {
      return add(arguments, new Variable(name, Kind.INPUT, shape, dataType, -1));
    }

    /// Adds a label.
    public Builder label(String name, Shape shape, DataType dataType) {
      return add(arguments, new Variable(name, Kind.LABEL, shape, dataType, -1));
    }

    /// Adds a trained variable of concrete shape that starts at `offset` of [Segment#PARAMETERS].
    public Builder parameter(String name, Shape shape, DataType dataType, int offset) {
      return add(arguments, new Variable(name, Kind.PARAMETER, shape, dataType, offset));
    }

    /// Says what optimizers multiply the learning rate by for a parameter, at first; 0 freezes it.
    ///
    /// @throws IllegalArgumentException if there is no such parameter, or the number is negative,
    ///     infinite or NaN
    public Builder lrMult(String parameter, double lrMult) {
      return multiplier(lrMults, parameter, "lrMult", lrMult);
    }

    /// Says what optimizers multiply the weight decay by for a parameter, at first, in place of
    /// MXNet's rule for names.
    ///
    /// @throws IllegalArgumentException if there is no such parameter, or the number is negative,
    ///     infinite or NaN
    public Builder wdMult(String parameter, double wdMult) {
      return multiplier(wdMults, parameter, "wdMult", wdMult);
    }

    /// Says how a parameter gets its first numbers, whatever initializer a graph is given.
    ///
    /// @throws IllegalArgumentException if there is no such parameter
    public Builder initializer(String parameter, Initializer initializer) {
      requireParameter("an initializer", parameter);
      initializers.put(parameter, initializer);
      return this;
    }

    /// Adds a state of concrete shape that starts at `offset` of [Segment#AUXILIARY].
    public Builder auxiliary(String name, Shape shape, DataType dataType, int offset) {
      return add(auxiliary, new Variable(name, Kind.AUXILIARY, shape, dataType, offset));
    }

    /// Adds an output.
    ///
    /// @param name the name of the method that gives it: `out`
    /// @param output MXNet's name for it: `out_output`
    public Builder head(String name, String output, Shape shape, DataType dataType) {
      heads.add(new Variable(name, Kind.HEAD, shape, dataType, -1));
      outputs.add(output);
      return this;
    }

    /// Adds layers, one a line, each after those that it takes; or a piece of a line.
    ///
    /// ```
    /// conv1 Conv float32 N,20,24,24 data conv1_weight conv1_bias
    /// split SliceChannel float32 split_output0:N,3;split_output1:N,3 conv1
    /// ```
    ///
    /// Name, operator, type, shapes of the outputs, inputs as [Layer#inputs] names them. A shape
    /// without axes is `-`; names are spelt as in a URL. As text they cost a graph nothing that is
    /// never asked for them.
    public Builder layers(String text) {
      layerText.append(text);
      return this;
    }

    /// Says what a training step takes, each as a multiple of N and what comes on top.
    public Builder training(long bytesPerSample, long bytes, long flopsPerSample, long flops) {
      training = new Cost(bytesPerSample, bytes, flopsPerSample, flops);
      return this;
    }

    /// Says what a prediction takes, each as a multiple of N and what comes on top.
    public Builder inference(long bytesPerSample, long bytes, long flopsPerSample, long flops) {
      inference = new Cost(bytesPerSample, bytes, flopsPerSample, flops);
      return this;
    }

    /// Says how many elements of a type a segment has, padding included.
    ///
    /// @throws IllegalArgumentException if the length is negative
    public Builder segment(Segment segment, DataType dataType, int length) {
      if (length < 0) {
        throw new IllegalArgumentException(model + ": a segment of " + length + " elements");
      }
      lengths.computeIfAbsent(segment, _ -> new EnumMap<>(DataType.class)).put(dataType, length);
      return this;
    }

    /// The specification.
    ///
    /// @throws IllegalArgumentException if a parameter or auxiliary state has no concrete shape,
    ///     lies outside its segment, or overlaps another
    public GraphSpec build() {
      GraphSpec spec = new GraphSpec(this);
      for (DataType dataType : DataType.values()) {
        SegmentCheck.check(spec, Segment.PARAMETERS, dataType, spec.parameters());
        SegmentCheck.check(spec, Segment.AUXILIARY, dataType, auxiliary);
      }
      return spec;
    }

    private Builder multiplier(
        Map<String, Double> multipliers, String parameter, String what, double value) {
      requireParameter(what, parameter);
      multipliers.put(parameter, Arguments.requireNotNegative(parameter + "." + what, value));
      return this;
    }

    private void requireParameter(String what, String parameter) {
      boolean known =
          arguments.stream()
              .anyMatch(v -> v.kind() == Kind.PARAMETER && v.name().equals(parameter));
      if (!known) {
        throw new IllegalArgumentException(
            "%s: %s of %s, which is no parameter".formatted(model, what, parameter));
      }
    }

    private Builder add(List<Variable> list, Variable variable) {
      if (!names.add(variable.name())) {
        throw new IllegalArgumentException(
            model + " has two variables of the name " + variable.name());
      }
      list.add(variable);
      return this;
    }

  }
}
