package io.nacre.processor.mxnet;

import io.nacre.processor.layer.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What kind of value an attribute has, and how MXNet and we write it.
public final class Attribute {

  /// MXNet's text of an attribute of a node.
  interface Encoder {
    /// @param name our name of the attribute
    /// @param axes how many spatial axes the node's data has: one number may stand for all
    String encode(Attributes attributes, String name, int axes);
  }

  private final Function<String, Object> decoder;
  private final Encoder encoder;
  private final List<String> left;
  private final String constants;

  private Attribute(
      Function<String, Object> decoder, Encoder encoder, List<String> left, String constants) {
    this.decoder = decoder;
    this.encoder = encoder;
    this.left = left;
    this.constants = constants;
  }

  /// @param decoder gives our value, or throws [BadText]
  static Attribute of(Function<String, Object> decoder, Encoder encoder) {
    return new Attribute(decoder, encoder, List.of(), "");
  }

  /// This attribute, which is at its default where MXNet writes one of `texts`.
  Attribute leaving(String... texts) {
    List<String> all = new ArrayList<>(left);
    all.addAll(List.of(texts));
    return new Attribute(decoder, encoder, all, constants);
  }

  /// This attribute, whose values are constants of an enum.
  Attribute ofConstants(String type) {
    return new Attribute(decoder, encoder, left, type);
  }

  /// Our value: an `Integer`, `Double`, `Boolean`, `String`, the name of an enum constant, or a list of
  /// integers; empty for the default.
  ///
  /// @throws BadText if MXNet would not take the text either
  Optional<Object> decode(String text) {
    return left.contains(text) ? Optional.empty() : Optional.of(decoder.apply(text));
  }

  /// The simple name of the enum whose constants the values are; empty if they are none.
  public String constants() {
    return constants;
  }

  String encode(Attributes attributes, String name, int axes) {
    return encoder.encode(attributes, name, axes);
  }
}
