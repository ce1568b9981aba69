package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.UnsupportedOperator;
import io.nacre.runtime.Accuracy;
import io.nacre.runtime.CrossEntropy;
import io.nacre.runtime.F1;
import io.nacre.runtime.Loss;
import io.nacre.runtime.Mcc;
import io.nacre.runtime.MeanAbsoluteError;
import io.nacre.runtime.MeanSquaredError;
import io.nacre.runtime.Metric;
import io.nacre.runtime.NegativeLogLikelihood;
import io.nacre.runtime.PearsonCorrelation;
import io.nacre.runtime.Perplexity;
import io.nacre.runtime.RootMeanSquaredError;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.TopKAccuracy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A metric of some predictions. Errors look at their first column only; measures of two classes take
/// that for the second class, and labels above 1 for it.
///
/// @param metric its name among the cases
/// @param file `metrics.json`
record MetricCase(String metric, JsonNode file) implements Case {

  @Override
  public String name() {
    return "optim/metrics/" + metric;
  }

  @Override
  public Map<String, String> models() {
    return Map.of();
  }

  private Metric ours() {
    return switch (metric) {
      case "accuracy" -> new Accuracy();
      case "top2" -> new TopKAccuracy(2);
      case "cross_entropy" -> new CrossEntropy();
      case "nll" -> new NegativeLogLikelihood();
      case "perplexity_ignore0" -> Perplexity.ignoring(0);
      case "mae" -> new MeanAbsoluteError();
      case "mse" -> new MeanSquaredError();
      case "rmse" -> new RootMeanSquaredError();
      case "pearson" -> new PearsonCorrelation();
      case "f1" -> new F1();
      case "mcc" -> new Mcc();
      case "loss" -> new Loss();
      default -> throw new UnsupportedOperator("metric " + metric);
    };
  }

  @Override
  public Verdict run(ModelBatch models) {
    Metric ours = ours();
    double[] labels = Json.numbers(file.get("labels"));
    double[] first = firstColumn();
    switch (metric) {
      case "mae", "mse", "rmse", "pearson" ->
          ours.update(Tensor.of(labels, labels.length), Tensor.of(first, first.length));
      case "f1", "mcc" -> {
        Arrays.setAll(labels, row -> labels[row] > 1 ? 1 : 0);
        double[] pairs = new double[2 * first.length];
        Arrays.setAll(pairs, i -> i % 2 == 0 ? 1 - first[i / 2] : first[i / 2]);
        ours.update(Tensor.of(labels, labels.length), Tensor.of(pairs, first.length, 2));
      }
      default -> ours.update(Tensor.of(labels, labels.length), predictions());
    }
    JsonNode golden = file.get("metrics").get(metric);
    Comparison comparison = new Comparison();
    comparison.same("name", golden.get("name").asText(), ours.name());
    double value = golden.get("value").asDouble();
    comparison.number(
        "value", value, ours.value(), Comparison.RELATIVE * Math.abs(value) + Comparison.ABSOLUTE);
    return comparison.verdict();
  }

  private double[] firstColumn() {
    List<Double> first = new ArrayList<>();
    file.get("predictions").forEach(row -> first.add(row.get(0).asDouble()));
    return first.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Tensor predictions() {
    JsonNode rows = file.get("predictions");
    int columns = rows.get(0).size();
    double[] all = new double[rows.size() * columns];
    Arrays.setAll(all, i -> rows.get(i / columns).get(i % columns).asDouble());
    return Tensor.of(all, rows.size(), columns);
  }
}
