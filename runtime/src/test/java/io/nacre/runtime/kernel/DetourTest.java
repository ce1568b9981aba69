package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.kernel.vector.DoubleVectorHyperbolicMath;
import io.nacre.runtime.kernel.vector.DoubleVectorMath;
import io.nacre.runtime.kernel.vector.DoubleVectorPowerMath;
import io.nacre.runtime.kernel.vector.DoubleVectorRoundingMath;
import io.nacre.runtime.kernel.vector.DoubleVectorTrigMath;
import io.nacre.runtime.kernel.vector.FloatVectorRoundingMath;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `Detour` demands of the methods that work on arrays: C2 must not inline them, and they must
/// not call methods of ours with vectors.
class DetourTest {
  /// HotSpot's FreqInlineSize.
  private static final int LONGEST_INLINED = 325;

  @ParameterizedTest
  @ValueSource(
      classes = {
        DoubleVectorHyperbolicMath.class,
        DoubleVectorMath.class,
        DoubleVectorPowerMath.class,
        DoubleVectorRoundingMath.class,
        DoubleVectorTrigMath.class,
        FloatVectorRoundingMath.class
      })
  void routinesAreLongAndFlat(Class<?> type) throws IOException {
    List<MethodModel> routines =
        parse(type).methods().stream().filter(DetourTest::isRoutine).toList();
    assertFalse(routines.isEmpty());
    for (MethodModel routine : routines) {
      String name = type.getSimpleName() + "." + routine.methodName();
      assertTrue(code(routine).codeLength() > LONGEST_INLINED, name + " may be inlined");
      assertTrue(calls(routine, "io/nacre").noneMatch(this::takesVectors), name + " is not flat");
    }
  }

  private boolean takesVectors(InvokeInstruction call) {
    return call.type().stringValue().contains("Vector;");
  }

  /// Whether it takes an array and computes with vectors.
  private static boolean isRoutine(MethodModel method) {
    return method.methodType().stringValue().startsWith("([")
        && calls(method, "jdk/incubator/vector").findAny().isPresent();
  }

  private static Stream<InvokeInstruction> calls(MethodModel method, String owner) {
    return code(method)
        .elementStream()
        .filter(InvokeInstruction.class::isInstance)
        .map(InvokeInstruction.class::cast)
        .filter(call -> call.owner().asInternalName().startsWith(owner));
  }

  private static CodeAttribute code(MethodModel method) {
    return (CodeAttribute) method.code().orElseThrow();
  }

  private static ClassModel parse(Class<?> type) throws IOException {
    try (InputStream stream = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return ClassFile.of().parse(stream.readAllBytes());
    }
  }
}
