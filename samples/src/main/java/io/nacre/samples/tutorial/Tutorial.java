package io.nacre.samples.tutorial;

import java.util.LinkedHashMap;
import java.util.Map;

/// MXNet's tutorial "Symbol", section by section, with Nacre: `mvn -q -DskipTests
/// -Dsample=Tutorial`.
///
/// Each section is a class; it prints what the tutorial prints. `docs/tutorial.md` shows both
/// side by side.
public final class Tutorial {
  private static final Map<String, Runnable> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("BasicSymbols", BasicSymbols::run);
    SECTIONS.put("BasicNetwork", BasicNetwork::run);
    SECTIONS.put("Composition", Composition::run);
    SECTIONS.put("Prefixes", Prefixes::run);
    SECTIONS.put("Modules", Modules::run);
    SECTIONS.put("Groups", Groups::run);
    SECTIONS.put("TensorsAndSymbols", TensorsAndSymbols::run);
    SECTIONS.put("ShapeInference", ShapeInference::run);
    SECTIONS.put("Evaluation", Evaluation::run);
    SECTIONS.put("SavingAndLoading", SavingAndLoading::run);
    SECTIONS.put("CustomSymbol", CustomSymbol::run);
    SECTIONS.put("Casts", Casts::run);
    SECTIONS.put("SharedVariables", SharedVariables::run);
  }

  private Tutorial() {}

  /// Runs all sections in the tutorial's order.
  public static void main(String[] args) {
    SECTIONS.forEach(
        (name, section) -> {
          System.out.println("== " + name);
          section.run();
          System.out.println();
        });
  }
}
