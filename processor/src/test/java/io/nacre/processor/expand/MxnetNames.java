package io.nacre.processor.expand;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// MXNet's names of operators and attributes, as far as golden cases of layers need them.
final class MxnetNames {
  private static final Map<String, String> OPERATORS =
      Map.of(
          "Convolution", "Conv",
          "elemwise_add", "Plus",
          "elemwise_div", "Div");

  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("num_filter", "filters"),
          Map.entry("num_group", "groups"),
          Map.entry("no_bias", "noBias"),
          Map.entry("num_hidden", "units"),
          Map.entry("act_type", "value"),
          Map.entry("pool_type", "type"),
          Map.entry("pooling_convention", "convention"),
          Map.entry("global_pool", "global"),
          Map.entry("count_include_pad", "countIncludePad"),
          Map.entry("p_value", "pValue"),
          Map.entry("grad_scale", "gradScale"),
          Map.entry("multi_output", "multiOutput"),
          Map.entry("preserve_shape", "preserveShape"),
          Map.entry("smooth_alpha", "smoothAlpha"),
          Map.entry("out_grad", "outGrad"));

  private MxnetNames() {}

  static String annotation(String operator) {
    return OPERATORS.getOrDefault(operator, operator);
  }

  /// Names and values in turn.
  static Object[] attributes(JsonNode attributes) {
    List<Object> written = new ArrayList<>();
    if (attributes != null) {
      for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
        String name = ATTRIBUTES.getOrDefault(attribute.getKey(), attribute.getKey());
        written.add(name);
        written.add(value(name, attribute.getValue().asText()));
      }
    }
    return written.toArray();
  }

  private static Object value(String name, String text) {
    if (text.startsWith("(")) {
      return Arrays.stream(text.substring(1, text.length() - 1).split(","))
          .map(String::strip)
          .map(Integer::valueOf)
          .toList();
    }
    if (text.equals("True") || text.equals("False")) {
      return text.equals("True");
    }
    if (name.equals("gradScale") || name.equals("smoothAlpha")) {
      return Double.valueOf(text);
    }
    return text.matches("-?\\d+") ? Integer.valueOf(text) : text.toUpperCase(Locale.ROOT);
  }
}
