package io.nacre.runtime;

import java.lang.reflect.Method;

/// Measures what threads allocate.
///
/// By reflection: the module under test does not read the one that has the bean.
public final class Allocation {
  private Allocation() {}

  /// How many bytes a thread has allocated since it started.
  public static long bytes(long threadId) {
    try {
      Object bean =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      Method method =
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getThreadAllocatedBytes", long.class);
      return (long) method.invoke(bean, threadId);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM cannot tell", e);
    }
  }

  /// How many bytes the calling thread allocates in `action`, the measuring taken off.
  public static long bytes(Runnable action) {
    long id = Thread.currentThread().threadId();
    long first = bytes(id);
    long before = bytes(id);
    action.run();
    return bytes(id) - before - (before - first);
  }
}
