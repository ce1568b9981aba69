package io.nacre.processor.mxnet;

import io.nacre.processor.problem.Similar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// How one of MXNet's operators is written as an annotation: a row of [Operators].
public final class Operator {

  /// What an argument is to the operator.
  public enum Role {
    /// Given by the model.
    DATA,
    /// Trained, and without the batch.
    PARAMETER,
    /// Updated by training, and without the batch.
    STATE,
    /// The expected result.
    LABEL
  }

  /// @param name MXNet's name of the argument
  public record Argument(String name, Role role) {}

  /// Is told of an attribute that cannot be used.
  public interface Refusal {
    /// @param fact follows the operator's name: `num_hidden = "many" is not a whole number`
    void refuse(String fact, String hint);
  }

  private final String name;
  private final String annotation;
  private final List<Argument> arguments = new ArrayList<>();
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final Map<String, String> javaNames = new LinkedHashMap<>();
  private final Map<String, List<String>> allowed = new LinkedHashMap<>();
  private final TreeSet<String> ignored = new TreeSet<>();
  private final List<String> aliases = new ArrayList<>();
  private ToIntFunction<Map<String, String>> outputs;
  private Optional<String> counter = Optional.empty();
  private final Map<String, Object> absent = new LinkedHashMap<>();
  private final Set<String> always = new HashSet<>();
  private Consumer<Map<String, String>> completion = texts -> {};
  private boolean batchFirst;
  private boolean anyNumber;
  private boolean fixedBatch;
  private BiFunction<List<Integer>, Map<String, String>, List<Integer>> labelShape;

  Operator(String name, String annotation) {
    this.name = name;
    this.annotation = annotation;
  }

  /// Other names of the operator, in older files.
  Operator alias(String... names) {
    aliases.addAll(List.of(names));
    return this;
  }

  /// How many outputs MXNet counts, where there are more than can be taken.
  Operator outputs(int total) {
    return outputs(attributes -> total);
  }

  /// @param total the same for MXNet's attributes
  Operator outputs(ToIntFunction<Map<String, String>> total) {
    outputs = total;
    return this;
  }

  Operator data(String name) {
    arguments.add(new Argument(name, Role.DATA));
    return this;
  }

  Operator parameters(String... names) {
    for (String name : names) {
      arguments.add(new Argument(name, Role.PARAMETER));
    }
    return this;
  }

  /// Auxiliary states.
  Operator states(String... names) {
    for (String name : names) {
      arguments.add(new Argument(name, Role.STATE));
    }
    return this;
  }

  /// Says that the operator takes any number of the last argument, MXNet's `arg0`, `arg1`, ...
  Operator anyNumber() {
    anyNumber = true;
    return this;
  }

  /// Says that axes change places or merge, so that nobody knows where the batch goes: a graph with
  /// the operator has no N.
  Operator fixedBatch() {
    fixedBatch = true;
    return this;
  }

  /// @param shape the label's shape where none is given, for the shape of the data and MXNet's
  ///     attributes
  Operator label(BiFunction<List<Integer>, Map<String, String>, List<Integer>> shape) {
    arguments.add(new Argument("label", Role.LABEL));
    labelShape = shape;
    return this;
  }

  /// Says that the first axis of the data is the batch, not just any.
  Operator batchFirst() {
    batchFirst = true;
    return this;
  }

  Operator attribute(String mxnet, String java, Attribute attribute) {
    attributes.put(mxnet, attribute);
    javaNames.put(mxnet, java);
    return this;
  }

  /// What an attribute is where a file does not have it, if our annotation has no default.
  Operator absent(String attribute, Object value) {
    absent.put(attribute, value);
    return this;
  }

  /// An attribute that MXNet needs, and our annotation has a default for.
  Operator always(String attribute) {
    always.add(attribute);
    return this;
  }

  /// What MXNet needs beside what is written.
  Operator completing(Consumer<Map<String, String>> completion) {
    this.completion = completion;
    return this;
  }

  /// The attribute that says how many inputs a node has.
  Operator counting(String attribute) {
    counter = Optional.of(attribute);
    return this;
  }

  /// Attributes that make no difference to the results.
  Operator ignoring(String... names) {
    ignored.addAll(List.of(names));
    return this;
  }

  /// An attribute of which only some values are supported, all meaning the same.
  Operator only(String name, String... values) {
    allowed.put(name, List.of(values));
    return this;
  }

  boolean isAlwaysWritten(String attribute) {
    return always.contains(attribute);
  }

  void complete(Map<String, String> texts) {
    completion.accept(texts);
  }

  Optional<String> counter() {
    return counter;
  }

  List<String> aliases() {
    return aliases;
  }

  /// How many outputs MXNet counts for a node.
  ///
  /// @param visible how many can be taken
  int outputs(Map<String, String> nodeAttributes, int visible) {
    return outputs == null ? visible : outputs.applyAsInt(nodeAttributes);
  }

  /// MXNet's name, that which it writes into files.
  public String name() {
    return name;
  }

  /// The simple name of the annotation.
  public String annotation() {
    return annotation;
  }

  /// The arguments of a node with that many inputs.
  public List<Argument> arguments(int inputs) {
    List<Argument> all = new ArrayList<>(arguments);
    while (anyNumber && all.size() < inputs) {
      all.add(arguments.get(arguments.size() - 1));
    }
    return all;
  }

  /// The attributes that have one of ours, by MXNet's names.
  public Map<String, Attribute> attributes() {
    return attributes;
  }

  /// Our name of an attribute.
  public String javaName(String attribute) {
    return javaNames.get(attribute);
  }

  public boolean isFixedBatch() {
    return fixedBatch;
  }

  public boolean isBatchFirst() {
    return batchFirst;
  }

  public List<Integer> labelShape(List<Integer> data, Map<String, String> nodeAttributes) {
    return labelShape.apply(data, nodeAttributes);
  }

  /// All attributes that a node may have.
  TreeSet<String> knownAttributes() {
    TreeSet<String> known = new TreeSet<>(attributes.keySet());
    known.addAll(allowed.keySet());
    known.addAll(ignored);
    counter.ifPresent(known::add);
    return known;
  }

  /// Whether MXNet keeps the attribute beside the operator's own: `__lr_mult__`.
  static boolean isHidden(String attribute) {
    return attribute.startsWith("__") && attribute.endsWith("__");
  }

  /// Our attributes by our names, of those that MXNet's file sets.
  ///
  /// @param refusal is told of each that cannot be used
  public Map<String, Object> decode(Map<String, String> texts, Refusal refusal) {
    Map<String, Object> values = new LinkedHashMap<>();
    texts.forEach(
        (attribute, text) -> {
          if (attributes.containsKey(attribute)) {
            decode(attribute, text, values, refusal);
          } else if (allowed.containsKey(attribute)) {
            checkAllowed(attribute, text, refusal);
          } else if (!ignored.contains(attribute)
              && !counter.filter(attribute::equals).isPresent()
              && !isHidden(attribute)) {
            unknown(attribute, refusal);
          }
        });
    absent.forEach((attribute, value) -> values.putIfAbsent(javaNames.get(attribute), value));
    return values;
  }

  private void decode(
      String attribute, String text, Map<String, Object> values, Refusal refusal) {
    try {
      attributes
          .get(attribute)
          .decode(text)
          .ifPresent(value -> values.put(javaNames.get(attribute), value));
    } catch (BadText e) {
      refusal.refuse(shown(attribute, text) + " is not " + e.getMessage(), "");
    }
  }

  private void checkAllowed(String attribute, String text, Refusal refusal) {
    if (!allowed.get(attribute).contains(text)) {
      refusal.refuse(
          shown(attribute, text) + " is not supported",
          "supported: " + String.join(", ", allowed.get(attribute)));
    }
  }

  private void unknown(String attribute, Refusal refusal) {
    TreeSet<String> known = knownAttributes();
    String near = Similar.hint(attribute, known);
    refusal.refuse(
        name + " has no attribute " + attribute,
        known.isEmpty()
            ? "it has none"
            : (near.isEmpty() ? "" : near + " ") + "it has " + String.join(", ", known));
  }

  private static String shown(String attribute, String text) {
    String cut = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    return attribute + " = \"" + cut + "\"";
  }
}
