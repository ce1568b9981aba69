package io.nacre.conformance;

import io.nacre.processor.golden.ModelBatch;
import java.util.Map;

/// A case of a kind that Nacre cannot run yet.
record FileCase(String name, String missing) implements Case {
  @Override
  public Map<String, String> models() {
    return Map.of();
  }

  @Override
  public Verdict run(ModelBatch models) {
    return new Verdict.Skipped(missing);
  }
}
