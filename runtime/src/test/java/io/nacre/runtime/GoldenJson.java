package io.nacre.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads a golden file: values that MXNet 1.9.1 computed.
public final class GoldenJson {
  private GoldenJson() {}

  /// The content of a resource as maps, lists, doubles, strings and booleans.
  public static Object read(String resource) {
    try (InputStream stream =
            Objects.requireNonNull(GoldenJson.class.getResourceAsStream(resource), resource);
        JsonParser parser = new JsonFactory().createParser(stream)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }

  /// The value under some keys, one in the other.
  public static Object at(Object json, String... keys) {
    Object value = json;
    for (String key : keys) {
      value = ((Map<?, ?>) value).get(key);
      if (value == null) {
        throw new IllegalArgumentException("no '%s' in %s".formatted(key, json));
      }
    }
    return value;
  }

  /// A list of numbers.
  public static double[] numbers(Object json) {
    return ((List<?>) json).stream().mapToDouble(number -> (Double) number).toArray();
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          map.put(key, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getText();
      default -> throw new IOException("unexpected " + parser.currentToken());
    };
  }
}
