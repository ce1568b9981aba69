package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Layer;
import io.nacre.runtime.GraphSpec.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/// What each layer of a graph computed in its last `forward`, by MXNet's names: the values behind
/// its `get_internals`.
///
/// A generated class has it for a model with `@Model(layers = true)`:
///
/// ```java
/// net.forward(Data.of(images), OutLabel.of(labels));
/// Tensor seen = net.layers().get("conv1");      // or "conv1_output"
/// ```
///
/// The values are those of training: dropout drops, and batches are normalized by their own
/// averages. They stay until the next `forward`; `backward` and `infer` leave them alone.
public final class LayerValues {
  private final CompiledGraph graph;
  private final IntSupplier rows;
  private final List<Memory> memories;
  private final String text;

  /// Read when somebody asks for a layer.
  private Map<String, Place> places;

  private LayerValues(Builder builder) {
    graph = builder.graph;
    rows = builder.rows;
    memories = List.copyOf(builder.memories);
    text = builder.text.toString();
  }

  /// Starts what a generated class tells of its layers.
  ///
  /// @param rows how many samples the last `forward` had; 0 before the first
  public static Builder builder(CompiledGraph graph, IntSupplier rows) {
    return new Builder(graph, rows);
  }

  /// MXNet's names of what the layers compute, each after those that it takes: `conv1_output`, and
  /// `split_output0`, `split_output1` of a layer with several outputs.
  public List<String> names() {
    return graph.spec().layers().stream()
        .flatMap(layer -> layer.outputs().stream())
        .map(Output::name)
        .toList();
  }

  /// A copy of what a layer computed, in the rows that the last `forward` had.
  ///
  /// @param name a layer, `conv1`, which means its first output; or an output by MXNet's name for
  ///     it, `conv1_output`
  /// @throws IllegalArgumentException if there is none of the name; it tells the nearest one
  /// @throws IllegalStateException if there was no `forward` yet, or the graph is closed
  public Tensor get(String name) {
    graph.requireOpen();
    Place place = places().get(name);
    if (place == null) {
      throw unknown(name);
    }
    int n = rows.getAsInt();
    if (n == 0) {
      throw new IllegalStateException(
          "%s: layers().get(\"%s\") needs a forward() before it"
              .formatted(graph.spec().model(), name));
    }
    int at = Math.toIntExact(place.perSample * graph.batch() + place.constant);
    Tensor value = memories.get(place.memory).view(at, place.shape.at(n));
    return value.cast(value.dataType());
  }

  private IllegalArgumentException unknown(String name) {
    GraphSpec spec = graph.spec();
    for (GraphSpec.Variable variable : spec.arguments()) {
      if (variable.name().equals(name)) {
        return new IllegalArgumentException(
            "%s: '%s' is no layer: %s"
                .formatted(
                    spec.model(),
                    name,
                    variable.kind() == GraphSpec.Kind.PARAMETER
                        ? "it is a parameter, which parameters().get(\"" + name + "\") gives"
                        : "it is what you feed"));
      }
    }
    return new IllegalArgumentException(
        "%s has no layer '%s'%s"
            .formatted(spec.model(), name, Names.suggestion(name, places().keySet())));
  }

  /// The place of each output by MXNet's name for it, and of each layer by its own.
  private Map<String, Place> places() {
    if (places == null) {
      List<String> lines = text.lines().toList();
      Map<String, Place> found = new LinkedHashMap<>();
      Map<String, Place> outputs = new LinkedHashMap<>();
      int line = 0;
      for (Layer layer : graph.spec().layers()) {
        for (Output output : layer.outputs()) {
          Place place = Place.of(lines.get(line++), output.shape());
          found.putIfAbsent(layer.name(), place);
          outputs.put(output.name(), place);
        }
      }
      // a layer's own name comes first, as for GraphSpec.shape
      outputs.forEach(found::putIfAbsent);
      places = found;
    }
    return places;
  }

  /// Where a value is: `perSample * N + constant` elements after the start of a memory.
  private record Place(int memory, long perSample, long constant, Shape shape) {
    static Place of(String line, Shape shape) {
      String[] words = line.split(" ");
      return new Place(
          Integer.parseInt(words[0]),
          Long.parseLong(words[1]),
          Long.parseLong(words[2]),
          shape);
    }
  }

  /// An array of a graph.
  @FunctionalInterface
  public interface Memory {
    /// A tensor that shows part of the array.
    Tensor view(int at, Shape shape);
  }

  /// Collects what a generated class tells of its layers.
  public static final class Builder {
    private final CompiledGraph graph;
    private final IntSupplier rows;
    private final List<Memory> memories = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Builder(CompiledGraph graph, IntSupplier rows) {
      this.graph = Objects.requireNonNull(graph, "graph");
      this.rows = Objects.requireNonNull(rows, "rows");
    }

    /// Adds an array; they are counted from 0.
    public Builder memory(Memory memory) {
      memories.add(memory);
      return this;
    }

    /// Adds the places of outputs, one a line, in the order of [GraphSpec#layers]: the number of
    /// the array, and how many elements it is from there for each sample, and beside that.
    ///
    /// ```
    /// 0 34560 12
    /// ```
    public Builder places(String lines) {
      text.append(lines);
      return this;
    }

    /// The values.
    public LayerValues build() {
      return new LayerValues(this);
    }
  }
}
