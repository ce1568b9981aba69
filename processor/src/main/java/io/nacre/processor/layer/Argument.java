package io.nacre.processor.layer;

/// One argument of an operator, in MXNet's order.
///
/// @param name MXNet's name for it: `data`, `weight`, `label`
public record Argument(String name, Role role) {

  /// What happens when the model does not give the argument.
  public enum Role {
    /// An edge that the model must give.
    DATA,
    /// A trainable parameter `NODE_NAME`, made if not given.
    PARAMETER,
    /// A label `NODE_NAME` that the user feeds, made if not given.
    LABEL,
    /// A state `NODE_NAME` that training updates, made if not given.
    AUXILIARY
  }

  public static Argument data(String name) {
    return new Argument(name, Role.DATA);
  }

  public static Argument parameter(String name) {
    return new Argument(name, Role.PARAMETER);
  }

  public static Argument auxiliary(String name) {
    return new Argument(name, Role.AUXILIARY);
  }

  public static Argument label(String name) {
    return new Argument(name, Role.LABEL);
  }
}
