package io.nacre.runtime;

/// What [CompiledGraph#load] does not mind.
public enum LoadOption {
  /// Variables that the file lacks: they stay as they are.
  ALLOW_MISSING,
  /// Arrays of the file that the graph lacks: they are passed over.
  ALLOW_EXTRA
}
