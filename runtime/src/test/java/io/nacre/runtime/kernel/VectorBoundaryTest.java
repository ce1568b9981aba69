package io.nacre.runtime.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Vector API code lives in one package, and calls nothing there whose bits depend on how it is
/// run.
class VectorBoundaryTest {
  /// The operators that HotSpot may hand to a library of its own.
  private static final Set<String> TRANSCENDENTAL =
      Set.of(
          "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "ATAN2", "SINH", "COSH", "TANH", "EXP",
          "EXPM1", "LOG", "LOG10", "LOG1P", "POW", "CBRT", "HYPOT");

  private final JavaClasses runtime =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.nacre.runtime");

  @Test
  void onlyTheVectorPackageUsesTheVectorApi() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.nacre.runtime.kernel.vector..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator.vector..")
        .check(runtime);
  }

  @Test
  void noSumAcrossLanes() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "the order of reduceLanes is not fixed",
                call -> call.getTarget().getName().equals("reduceLanes")))
        .check(runtime);
  }

  @Test
  void noTranscendentalOperators() {
    noClasses()
        .should()
        .accessFieldWhere(
            describe(
                "the bits of transcendental operators are not fixed",
                access ->
                    access.getTargetOwner().getSimpleName().equals("VectorOperators")
                        && TRANSCENDENTAL.contains(access.getTarget().getName())))
        .check(runtime);
  }
}
