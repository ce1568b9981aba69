package io.nacre.runtime.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Whether kernels run as Vector API code or as their scalar twins, decided once per JVM.
///
/// The system property `nacre.vector` says which: `auto` (the default: vector code where the module
/// `jdk.incubator.vector` is present), `off`, or `require`. Both give the same bits.
public final class VectorSupport {
  private static final Logger LOG = System.getLogger(VectorSupport.class.getName());

  /// Whether vector code runs in this JVM.
  public static final boolean ENABLED = decide(System.getProperty("nacre.vector", "auto"));

  private VectorSupport() {}

  private static boolean decide(String wish) {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    switch (wish) {
      case "off" -> {
        return false;
      }
      case "require" -> {
        if (!present) {
          throw new IllegalStateException(
              "nacre.vector=require, but the JVM runs without --add-modules jdk.incubator.vector");
        }
        return true;
      }
      case "auto" -> {
        if (!present) {
          LOG.log(
              Level.WARNING,
              "Nacre runs without vector code, several times slower. Start the JVM with\n"
                  + "  --add-modules jdk.incubator.vector\n"
                  + "or, to stay without it, with\n"
                  + "  -Dnacre.vector=off");
        }
        return present;
      }
      default ->
          throw new IllegalArgumentException(
              "nacre.vector is auto, off or require, not '" + wish + "'");
    }
  }
}
