package io.nacre.runtime.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nacre.runtime.files.SafeTensors.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Reads the JSON of a safetensors header. Nothing but what the format defines is accepted.
final class SafeTensorsJson {
  static final String METADATA = "__metadata__";

  /// Names come from the file, so none is interned or cached.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final JsonParser parser;
  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private SafeTensorsJson(JsonParser parser) {
    this.parser = parser;
  }

  /// @throws com.fasterxml.jackson.core.JsonProcessingException if the text is wrong
  /// @throws java.nio.charset.CharacterCodingException if it is not UTF-8
  static SafeTensorsJson parse(byte[] json) throws IOException {
    try (Reader reader =
            new InputStreamReader(
                new ByteArrayInputStream(json), StandardCharsets.UTF_8.newDecoder());
        JsonParser parser = FACTORY.createParser(reader)) {
      SafeTensorsJson result = new SafeTensorsJson(parser);
      result.root(json);
      return result;
    }
  }

  SequencedMap<String, Entry> entries() {
    return entries;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  private void root(byte[] json) throws IOException {
    if (json.length == 0 || json[0] != '{') {
      throw wrong("it has to begin with {");
    }
    parser.nextToken();
    boolean metadataSeen = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (name.equals(METADATA)) {
        requireNew(name, !metadataSeen);
        metadataSeen = true;
        readMetadata();
      } else {
        requireNew(name, !entries.containsKey(name));
        entries.put(name, entry(name));
      }
    }
    if (parser.nextToken() != null) {
      throw wrong("there is more after the closing }");
    }
  }

  private void readMetadata() throws IOException {
    next(JsonToken.START_OBJECT, METADATA);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      requireNew(key, !metadata.containsKey(key));
      next(JsonToken.VALUE_STRING, METADATA + "." + key);
      metadata.put(key, parser.getText());
    }
  }

  private Entry entry(String name) throws IOException {
    next(JsonToken.START_OBJECT, name);
    String dataType = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String path = name + "." + key;
      switch (key) {
        case "dtype" -> {
          requireNew(path, dataType == null);
          next(JsonToken.VALUE_STRING, path);
          dataType = parser.getText();
        }
        case "shape" -> {
          requireNew(path, shape == null);
          shape = numbers(path);
        }
        case "data_offsets" -> {
          requireNew(path, offsets == null);
          offsets = numbers(path);
        }
        default -> throw wrong("unknown key '%s'".formatted(path));
      }
    }
    if (dataType == null || shape == null || offsets == null) {
      throw wrong("'%s' needs dtype, shape and data_offsets".formatted(name));
    }
    if (offsets.size() != 2) {
      throw wrong("'%s.data_offsets' has %d numbers, not 2".formatted(name, offsets.size()));
    }
    return new Entry(name, dataType, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> numbers(String path) throws IOException {
    next(JsonToken.START_ARRAY, path);
    List<Long> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() < 0) {
        throw wrong("'%s' holds something else than whole numbers from 0".formatted(path));
      }
      numbers.add(parser.getLongValue());
    }
    return numbers;
  }

  private void next(JsonToken wanted, String path) throws IOException {
    JsonToken found = parser.nextToken();
    if (found != wanted) {
      throw wrong("'%s' is %s where %s has to be".formatted(path, found, wanted));
    }
  }

  private void requireNew(String path, boolean isNew) throws JsonParseException {
    if (!isNew) {
      throw wrong("'%s' is there twice".formatted(path));
    }
  }

  private JsonParseException wrong(String problem) {
    return new JsonParseException(parser, problem);
  }
}
