package io.nacre.processor.ir;

/// Values that are other values under another name and shape, and so share their memory.
public final class Aliases {
  private Aliases() {}

  public static boolean isAlias(Value value) {
    return value.primitive() instanceof Reshape || value.primitive() instanceof GradientOverride;
  }

  /// The value whose memory `value` shares, itself if it has its own.
  public static Value storage(Value value) {
    Value storage = value;
    while (isAlias(storage)) {
      storage = storage.primitive().inputs().getFirst();
    }
    return storage;
  }
}
