package io.nacre.runtime.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Vector API code lives in one package, and calls nothing there whose bits depend on how it is
/// run.
class VectorBoundaryTest {
  /// The operators that HotSpot may hand to a library of its own.
  private static final Set<String> TRANSCENDENTAL =
      Set.of(
          "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "ATAN2", "SINH", "COSH", "TANH", "EXP",
          "EXPM1", "LOG", "LOG10", "LOG1P", "POW", "CBRT", "HYPOT");

  private static final ArchRule VECTOR_API_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.nacre.runtime.kernel.vector..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator.vector..");

  private static final ArchRule NO_SUM_ACROSS_LANES =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "the order of reduceLanes is not fixed",
                  call -> call.getTarget().getName().equals("reduceLanes")));

  private static final ArchRule NO_TRANSCENDENTAL_OPERATOR =
      noClasses()
          .should()
          .accessFieldWhere(
              describe(
                  "the bits of transcendental operators are not fixed",
                  access ->
                      access.getTargetOwner().getSimpleName().equals("VectorOperators")
                          && TRANSCENDENTAL.contains(access.getTarget().getName())));

  static Stream<ArchRule> rules() {
    return Stream.of(VECTOR_API_IN_ITS_PACKAGE, NO_SUM_ACROSS_LANES, NO_TRANSCENDENTAL_OPERATOR);
  }

  @Test
  void theRuntimeKeepsTheRules() {
    JavaClasses runtime =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.nacre.runtime");
    rules().forEach(rule -> rule.check(runtime));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleFindsAnOffender(ArchRule rule) {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertTrue(rule.evaluate(offender).hasViolation());
  }

  /// Breaks every rule; only looked at, never run.
  private static final class Offender {
    static float sum(FloatVector x) {
      return x.lanewise(VectorOperators.TANH).reduceLanes(VectorOperators.ADD);
    }
  }
}
