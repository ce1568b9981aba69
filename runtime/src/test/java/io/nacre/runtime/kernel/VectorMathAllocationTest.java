package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.fail;

import io.nacre.runtime.Device;
import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.vector.DoubleVectorHyperbolicMath;
import io.nacre.runtime.kernel.vector.DoubleVectorMath;
import io.nacre.runtime.kernel.vector.DoubleVectorPowerMath;
import io.nacre.runtime.kernel.vector.DoubleVectorRoundingMath;
import io.nacre.runtime.kernel.vector.FloatVectorHyperbolicMath;
import io.nacre.runtime.kernel.vector.FloatVectorMath;
import io.nacre.runtime.kernel.vector.FloatVectorPowerMath;
import io.nacre.runtime.kernel.vector.FloatVectorTrigMath;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Once compiled, a loop over a vector function must not allocate: if one of the calls in it is not
/// inlined, every vector becomes an object, and the loop is several times slower.
class VectorMathAllocationTest {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final int LENGTH = 4_096;
  private static final long NANOSECONDS_TO_COMPILE = 20_000_000_000L;

  /// Asking for the number allocates a little; one object for each vector would be half a megabyte.
  private static final long TOLERANCE = 64 * 1024;

  private final float[] floats = new float[LENGTH];
  private final double[] doubles = new double[LENGTH];
  private Worker worker;

  @TestFactory
  Stream<DynamicTest> allocatesNothing() {
    return Stream.of(
        DynamicTest.dynamicTest("float exp", () -> check(this::exp)),
        DynamicTest.dynamicTest("float log", () -> check(this::log)),
        DynamicTest.dynamicTest("float log1p", () -> check(this::log1p)),
        DynamicTest.dynamicTest("float tanh", () -> check(this::tanh)),
        DynamicTest.dynamicTest("float sigmoid", () -> check(this::sigmoid)),
        DynamicTest.dynamicTest("float softrelu", () -> check(this::softrelu)),
        DynamicTest.dynamicTest("float erf", () -> check(this::erf)),
        DynamicTest.dynamicTest("double softrelu", () -> check(this::doubleSoftrelu)),
        DynamicTest.dynamicTest("double erf", () -> check(this::doubleErf)),
        DynamicTest.dynamicTest("double expm1", () -> check(this::doubleExpm1)),
        DynamicTest.dynamicTest("double rint", () -> check(this::doubleRint)),
        DynamicTest.dynamicTest("double hypot", () -> check(this::doubleHypot)),
        DynamicTest.dynamicTest("float sin", () -> check(this::sin)),
        DynamicTest.dynamicTest("float pow", () -> check(this::pow)),
        DynamicTest.dynamicTest("double mod", () -> check(this::doubleMod)),
        DynamicTest.dynamicTest("double arccosh", () -> check(this::doubleArccosh)),
        DynamicTest.dynamicTest("many in one loop", () -> check(this::many)));
  }

  private void exp() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorMath.exp(FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void log() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorMath.log(FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void log1p() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorMath.log1p(FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void tanh() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorMath.tanh(FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void sigmoid() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorMath.sigmoid(FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void softrelu() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorMath.softrelu(FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void erf() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorMath.erf(FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void doubleSoftrelu() {
    for (int i = 0; i < LENGTH; i += D.length()) {
      DoubleVectorMath.softrelu(DoubleVector.fromArray(D, doubles, i)).intoArray(doubles, i);
    }
  }

  private void doubleErf() {
    for (int i = 0; i < LENGTH; i += D.length()) {
      DoubleVectorMath.erf(DoubleVector.fromArray(D, doubles, i)).intoArray(doubles, i);
    }
  }

  private void doubleExpm1() {
    for (int i = 0; i < LENGTH; i += D.length()) {
      DoubleVectorMath.expm1(DoubleVector.fromArray(D, doubles, i)).intoArray(doubles, i);
    }
  }

  private void doubleRint() {
    for (int i = 0; i < LENGTH; i += D.length()) {
      DoubleVectorRoundingMath.rint(DoubleVector.fromArray(D, doubles, i)).intoArray(doubles, i);
    }
  }

  private void doubleHypot() {
    for (int i = 0; i < LENGTH; i += D.length()) {
      DoubleVector x = DoubleVector.fromArray(D, doubles, i);
      DoubleVectorPowerMath.hypot(x, x).intoArray(doubles, i);
    }
  }

  private void sin() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVectorTrigMath.sin(worker, FloatVector.fromArray(F, floats, i)).intoArray(floats, i);
    }
  }

  private void pow() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, floats, i);
      FloatVectorPowerMath.pow(worker, x, x).intoArray(floats, i);
    }
  }

  private void doubleMod() {
    for (int i = 0; i < LENGTH; i += D.length()) {
      DoubleVector x = DoubleVector.fromArray(D, doubles, i);
      DoubleVectorRoundingMath.mod(worker, x, x).intoArray(doubles, i);
    }
  }

  private void doubleArccosh() {
    for (int i = 0; i < LENGTH; i += D.length()) {
      DoubleVector x = DoubleVector.fromArray(D, doubles, i);
      DoubleVectorHyperbolicMath.arccosh(worker, x).intoArray(doubles, i);
    }
  }

  private void many() {
    for (int i = 0; i < LENGTH; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, floats, i);
      FloatVector y = FloatVectorTrigMath.sin(worker, x);
      y = FloatVectorPowerMath.pow(worker, y.add(1), x);
      y = FloatVectorHyperbolicMath.cosh(worker, y.mul(x));
      y = FloatVectorHyperbolicMath.arccosh(worker, y.sub(x));
      y = FloatVectorTrigMath.arcsin(worker, y.div(x));
      FloatVectorTrigMath.arctan(worker, y).intoArray(floats, i);
    }
  }

  private void check(Runnable loop) {
    try (Device device = Device.cpu(1)) {
      device.run(
          inside -> {
            worker = inside;
            try {
              requireNoAllocation(loop);
            } catch (JMException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  private static void requireNoAllocation(Runnable loop) throws JMException {
    long start = System.nanoTime();
    long allocated;
    do {
      long before = allocatedBytes();
      for (int i = 0; i < 32; i++) {
        loop.run();
      }
      allocated = allocatedBytes() - before;
      if (allocated < TOLERANCE) {
        return;
      }
    } while (System.nanoTime() - start < NANOSECONDS_TO_COMPILE);
    fail("still allocates " + allocated + " bytes in 32 runs");
  }

  private static long allocatedBytes() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
    return (Long) server.getAttribute(threads, "CurrentThreadAllocatedBytes");
  }
}
