package io.nacre.processor.mxnet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a JSON text value by value, and tells where one is not of the kind that it should be.
///
/// Nothing is allocated that is not in the text: what is held is in proportion to its length.
final class JsonValues implements AutoCloseable {
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int LONGEST_NAME = 1 << 12;
  private static final int LONGEST_NUMBER = 40;
  private static final int DEEPEST = 64;

  /// Names come from the file, so none is interned or cached.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          // MXNet writes letters below a space as they are
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .build();

  private final JsonParser parser;

  JsonValues(InputStream json) throws IOException {
    parser = FACTORY.createParser(json);
  }

  /// Reads one value.
  interface Reading {
    void read() throws IOException, BadFile;
  }

  /// Reads the value of a key.
  interface KeyReading {
    void read(String key) throws IOException, BadFile;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private JsonToken next() throws IOException, BadFile {
    JsonToken token;
    try {
      token = parser.nextToken();
    } catch (JsonProcessingException e) {
      String message = e.getOriginalMessage();
      int end = message.indexOf('\n');
      throw wrong(end < 0 ? message : message.substring(0, end), "");
    }
    return token;
  }

  BadFile wrong(String fact, String hint) {
    return new BadFile("line " + parser.currentLocation().getLineNr() + ": " + fact, hint);
  }

  private BadFile notOfKind(String what, String kind) {
    return wrong(what + " is not " + kind, "");
  }

  /// The whole text: one object.
  void document(KeyReading value) throws IOException, BadFile {
    if (next() != JsonToken.START_OBJECT) {
      throw wrong("the file does not hold an object", "a symbol file begins with {");
    }
    keys(value);
    if (next() != null) {
      throw wrong("there is more after the closing }", "");
    }
  }

  /// An object: `value` reads the value of each key.
  void object(String what, KeyReading value) throws IOException, BadFile {
    if (next() != JsonToken.START_OBJECT) {
      throw notOfKind(what, "an object {...}");
    }
    keys(value);
  }

  private void keys(KeyReading value) throws IOException, BadFile {
    while (next() != JsonToken.END_OBJECT) {
      value.read(parser.currentName());
    }
  }

  /// An array: `element` reads each element.
  void array(String what, Reading element) throws IOException, BadFile {
    if (next() != JsonToken.START_ARRAY) {
      throw notOfKind(what, "a list [...]");
    }
    while (next() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /// An element of an array that is an object: its `{` has been read.
  void elementObject(String what, KeyReading value) throws IOException, BadFile {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw notOfKind(what, "an object {...}");
    }
    keys(value);
  }

  /// An element of an array that is a list of numbers: its `[` has been read.
  List<Integer> elementNumbers(String what) throws IOException, BadFile {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw notOfKind(what, "a list [...]");
    }
    List<Integer> numbers = new ArrayList<>(3);
    while (next() != JsonToken.END_ARRAY) {
      numbers.add(currentNumber(what));
    }
    return numbers;
  }

  String text(String what) throws IOException, BadFile {
    if (next() != JsonToken.VALUE_STRING) {
      throw notOfKind(what, "a text \"...\"");
    }
    return currentText();
  }

  /// A text is read when it is asked for, and may be broken only then.
  private String currentText() throws IOException, BadFile {
    try {
      return parser.getText();
    } catch (JsonProcessingException e) {
      throw wrong(e.getOriginalMessage(), "");
    }
  }

  /// A value of any kind.
  void skip() throws IOException, BadFile {
    next();
    skipCurrent();
  }

  private void skipCurrent() throws IOException, BadFile {
    int depth = 0;
    for (JsonToken token = parser.currentToken(); ; token = next()) {
      if (token == null) {
        throw wrong("the file ends too early", "");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
  }

  int number(String what) throws IOException, BadFile {
    next();
    return currentNumber(what);
  }

  private int currentNumber(String what) throws IOException, BadFile {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      try {
        return parser.getIntValue();
      } catch (JsonProcessingException e) {
        throw notOfKind(what, "a number below 2147483648");
      }
    }
    throw notOfKind(what, "a whole number");
  }

  /// A list of whole numbers.
  List<Integer> numbers(String what) throws IOException, BadFile {
    List<Integer> numbers = new ArrayList<>();
    array(what, () -> numbers.add(currentNumber("an element of " + what)));
    return numbers;
  }

  /// An object whose values are all texts.
  Map<String, String> texts(String what) throws IOException, BadFile {
    Map<String, String> texts = new LinkedHashMap<>();
    object(what, key -> texts.put(key, text(what + "." + key)));
    return texts;
  }

  /// What is in an array after its type: `["int", 10900]`; empty if it is of another type.
  List<Integer> tagged(String type, String what) throws IOException, BadFile {
    List<Integer> numbers = new ArrayList<>();
    boolean[] first = {true};
    boolean[] right = {false};
    array(
        what,
        () -> {
          if (first[0]) {
            right[0] =
                parser.currentToken() == JsonToken.VALUE_STRING && currentText().equals(type);
            first[0] = false;
          } else if (right[0]) {
            numbers.add(currentNumber(what));
          } else {
            skipCurrent();
          }
        });
    return numbers;
  }

  /// The line of what was read last.
  int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  void requireNew(String key, Collection<String> seen) throws BadFile {
    if (seen.contains(key)) {
      throw wrong("the key " + key + " is there twice", "");
    }
  }
}
