package io.nacre.processor.resolve;

import io.nacre.processor.read.Spelling;
import java.util.List;

/// The public face of a generated class. It follows from the model's names and operators alone,
/// never from edges or shapes, so that a wrong model's class has it too and code that uses the
/// class compiles.
///
/// @param symbolicBatch whether `bind` takes a batch size
/// @param layers whether it shows the values of layers
/// @param feeds what `forward` takes, in declaration order: inputs, then labels
/// @param parameters the trainable parameters, in declaration order of their nodes
/// @param heads the outputs, in declaration order
/// @param spelling how the names of nodes are spelt in the class
public record ModelApi(
    String packageName,
    String typeName,
    String graphName,
    boolean publicModel,
    boolean symbolicBatch,
    boolean layers,
    List<Feed> feeds,
    List<String> parameters,
    List<Head> heads,
    Spelling spelling) {

  /// A Java method takes 255 words, one of them for `this`.
  public static final int MOST_FEEDS = 254;

  /// As many heads as a constructor of 64 KB can set two fields for, in either plan.
  public static final int MOST_HEADS = 1000;

  /// Something that the user feeds.
  ///
  /// @param name the node: `data`, `out_label`
  /// @param java the node's name as Java spells it
  /// @param label whether only training needs it
  /// @param gradient whether its gradient is asked for
  public record Feed(String name, String java, boolean label, boolean gradient) {
    public Feed(String name, boolean label, boolean gradient) {
      this(name, name, label, gradient);
    }

    /// The role type that stands for it: `OutLabel`.
    public String roleType() {
      return RoleNames.typeName(java);
    }
  }

  /// An output.
  ///
  /// @param java its name as Java spells it
  /// @param takesGradient whether `backward` takes the gradient of it: it is no loss, and lets
  ///     gradients through
  public record Head(String name, String java, boolean takesGradient) {
    public Head(String name, boolean takesGradient) {
      this(name, name, takesGradient);
    }

    /// The role type of its gradient: `ScoresGradient`.
    public String gradientType() {
      return RoleNames.typeName(java) + "Gradient";
    }
  }

  public ModelApi {
    feeds = List.copyOf(feeds);
    parameters = List.copyOf(parameters);
    heads = List.copyOf(heads);
  }

  /// The name of the resource beside the class that holds the model for MXNet.
  public String jsonFile() {
    return graphName + "-symbol.json";
  }

  /// The heads whose gradients `backward` takes.
  public List<Head> headGradients() {
    return trains() ? heads.stream().filter(Head::takesGradient).toList() : List.of();
  }

  /// Whether there is anything to compute a gradient of.
  public boolean trains() {
    return !parameters.isEmpty() || feeds.stream().anyMatch(Feed::gradient);
  }
}
