package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.UnsupportedOperator;
import io.nacre.runtime.Bilinear;
import io.nacre.runtime.Constant;
import io.nacre.runtime.Device;
import io.nacre.runtime.Initializer;
import io.nacre.runtime.LstmBias;
import io.nacre.runtime.MsraPrelu;
import io.nacre.runtime.Normal;
import io.nacre.runtime.One;
import io.nacre.runtime.Uniform;
import io.nacre.runtime.Xavier;
import io.nacre.runtime.Xavier.FactorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// First values of a parameter: all of them where the rule is not random, and otherwise their root mean
/// square, for MXNet drew other numbers of the same distribution.
final class InitializerCase implements Case {
  /// How far the root mean square of some 2,000 numbers may be off by chance.
  private static final double CHANCE = 0.07;

  private static final int SEED = 42;

  private final String name;
  private final String rule;
  private final String parameter;
  private final List<Integer> shape;
  private final Optional<double[]> values;
  private final double rootMeanSquare;
  private final Device device;

  private InitializerCase(
      String name,
      String rule,
      String parameter,
      List<Integer> shape,
      Optional<double[]> values,
      double rootMeanSquare,
      Device device) {
    this.name = name;
    this.rule = rule;
    this.parameter = parameter;
    this.shape = shape;
    this.values = values;
    this.rootMeanSquare = rootMeanSquare;
    this.device = device;
  }

  /// The cases of `initializers.json`.
  static List<InitializerCase> of(JsonNode file, Device device) {
    List<InitializerCase> cases = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : file.path("deterministic").properties()) {
      List<Integer> shape = Json.integers(each.getValue().get("shape"));
      double[] values = Json.numbers(each.getValue().get("values"));
      cases.add(
          new InitializerCase(
              each.getKey(), each.getKey(), "x_weight", shape, Optional.of(values), 0, device));
    }
    for (Map.Entry<String, JsonNode> each : file.path("random_statistics").properties()) {
      String[] parts = each.getKey().split("[ (),]+"); // xavier_uniform_avg3 (64, 32)
      List<Integer> shape = Arrays.stream(parts).skip(1).map(Integer::valueOf).toList();
      double deviation = each.getValue().get("std").asDouble();
      cases.add(
          new InitializerCase(
              String.join("_", parts), parts[0], "x_weight", shape, Optional.empty(), deviation,
              device));
    }
    for (Map.Entry<String, JsonNode> each : file.path("default_by_name").properties()) {
      if (each.getValue().isNumber()) {
        Optional<double[]> value = Optional.of(new double[] {each.getValue().asDouble()});
        cases.add(
            new InitializerCase(
                "default_" + each.getKey(), "constant", "x_" + each.getKey(), List.of(1), value, 0,
                device));
      }
    }
    return cases;
  }

  @Override
  public String name() {
    return "optim/initializers/" + name;
  }

  private String type() {
    return ImportedModel.typeName(name());
  }

  @Override
  public Map<String, String> models() {
    String sizes = shape.toString().substring(1, shape.toString().length() - 1);
    return Map.of(
        "conformance." + type(),
        """
        package conformance;

        import io.nacre.annotations.*;

        @Model
        public interface %1$s {
          @Parameter({%2$s}) Symbol %3$s();
          @Identity Symbol y(Symbol %3$s);
        }
        """
            .formatted(type(), sizes, parameter));
  }

  private Initializer initializer() {
    return switch (rule) {
      case "bilinear" -> new Bilinear();
      case "one" -> new One();
      case "constant" -> new Constant(0.3f);
      case "lstmbias" -> new LstmBias();
      case "xavier_uniform_avg3" -> Xavier.uniform();
      case "xavier_uniform_in2" -> Xavier.uniform().factorType(FactorType.IN).magnitude(2);
      case "xavier_gaussian_out2" -> Xavier.gaussian().factorType(FactorType.OUT).magnitude(2);
      case "msraprelu" -> new MsraPrelu();
      case "uniform0.07" -> new Uniform(0.07);
      case "normal0.01" -> new Normal(0.01);
      default -> throw new UnsupportedOperator("initializer " + rule);
    };
  }

  @Override
  public Verdict run(ModelBatch models) {
    Class<?> type = models.graph("conformance." + type());
    Comparison comparison = new Comparison();
    try (BoundModel model = BoundModel.bind(type, device, OptionalInt.empty())) {
      model.graph().initialize(initializer(), SEED);
      double[] actual = model.graph().parameters().iterator().next().value().toDoubles();
      if (values.isPresent()) {
        comparison.array(parameter, values.get(), actual);
      } else {
        double square = Arrays.stream(actual).map(value -> value * value).average().orElse(0);
        comparison.number(
            "root mean square", rootMeanSquare, Math.sqrt(square), CHANCE * rootMeanSquare);
      }
    }
    return comparison.verdict();
  }
}
