package io.nacre.processor.resolve;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Names that a generated class needs for itself.
public final class ReservedNames {
  /// Methods that every object has.
  public static final Set<String> OF_OBJECT =
      words("clone equals finalize getClass hashCode notify notifyAll toString wait");

  /// Methods of every generated class.
  public static final Set<String> OF_GRAPHS =
      words(
          """
          backward batch bind bindSharing close device forward infer initialize load parameters save
          spec summary toJson
          """);

  /// Types inside every generated class, or that its signatures name.
  public static final Set<String> TYPES_OF_GRAPHS =
      words(
          """
          Copies Device Feed Geometry Heads Inference Loops Parameters Shape Tensor Training
          VectorLoops
          """);

  /// Types of `java.lang`, as of Java 25, which a nested type of that name would hide. Exceptions
  /// that generated code has no use for are not among them.
  public static final Set<String> TYPES_OF_JAVA =
      words(
          """
          Appendable ArithmeticException AssertionError AutoCloseable Boolean Byte CharSequence
          Character Class ClassLoader ClassValue Cloneable Comparable Deprecated Double Enum Error
          Exception Float FunctionalInterface IO IllegalArgumentException IllegalStateException
          IndexOutOfBoundsException InheritableThreadLocal Integer Iterable Long MatchException Math
          Module ModuleLayer NullPointerException Number Object Override Package Process
          ProcessBuilder ProcessHandle Readable Record Runnable Runtime RuntimeException
          RuntimePermission SafeVarargs ScopedValue Short StackTraceElement StackWalker StrictMath
          String StringBuffer StringBuilder SuppressWarnings System Thread ThreadGroup ThreadLocal
          Throwable UnsupportedOperationException Void
          """);

  private ReservedNames() {}

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
