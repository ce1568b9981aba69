package io.nacre.processor.resolve;

import java.util.List;

/// The public face of a generated class. It follows from the model's names and operators alone,
/// never from edges or shapes, so that a wrong model's class has it too and code that uses the
/// class compiles.
///
/// @param symbolicBatch whether `bind` takes a batch size
/// @param feeds what `forward` takes, in declaration order: inputs, then labels
/// @param parameters the trainable parameters, in declaration order of their nodes
/// @param heads the outputs, in declaration order
public record ModelApi(
    String packageName,
    String typeName,
    String graphName,
    boolean publicModel,
    boolean symbolicBatch,
    List<Feed> feeds,
    List<String> parameters,
    List<Head> heads) {

  /// A Java method takes 255 words, one of them for `this`.
  public static final int MOST_FEEDS = 254;

  /// A head is two words: an array and a place in it.
  public static final int MOST_HEADS = 127;

  /// Something that the user feeds.
  ///
  /// @param name the node: `data`, `out_label`
  /// @param label whether only training needs it
  /// @param gradient whether its gradient is asked for
  public record Feed(String name, boolean label, boolean gradient) {

    /// The role type that stands for it: `OutLabel`.
    public String roleType() {
      return RoleNames.typeName(name);
    }
  }

  /// An output.
  ///
  /// @param takesGradient whether `backward` takes the gradient of it: it is no loss, and lets
  ///     gradients through
  public record Head(String name, boolean takesGradient) {

    /// The role type of its gradient: `ScoresGradient`.
    public String gradientType() {
      return RoleNames.typeName(name) + "Gradient";
    }
  }

  public ModelApi {
    feeds = List.copyOf(feeds);
    parameters = List.copyOf(parameters);
    heads = List.copyOf(heads);
  }

  /// Whether there is anything to compute a gradient of.
  public boolean trains() {
    return !parameters.isEmpty() || feeds.stream().anyMatch(Feed::gradient);
  }
}
