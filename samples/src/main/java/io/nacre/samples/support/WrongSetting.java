package io.nacre.samples.support;

/// What the user asked for cannot be done; the message says what can.
public final class WrongSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong, and what would be right
  public WrongSetting(String message) {
    super(message);
  }
}
