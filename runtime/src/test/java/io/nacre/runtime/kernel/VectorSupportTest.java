package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VectorSupportTest {
  @Test
  void vectorCodeRunsUnlessTurnedOff() {
    boolean off = System.getProperty("nacre.vector", "auto").equals("off");
    assertEquals(!off, VectorSupport.ENABLED);
  }
}
