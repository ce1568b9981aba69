package io.nacre.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The boundaries between the stages.
class ArchitectureTest {
  private static final String ROOT = "io.nacre.processor";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /// The code generator names modifiers, which JavaPoet takes from there.
  @Test
  void onlyReaderAndReporterKnowJavaSource() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".read", ROOT + ".write")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".problem.Reporter")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
        .check(CLASSES);
  }

  @Test
  void onlyTheWriterKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".write")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }

  /// A front end that reads no annotations makes a `LayerGraph` as well.
  @Test
  void stagesAfterResolvingKnowNoFrontEnd() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".ir..", ROOT + ".layer..", ROOT + ".infer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".read..", ROOT + ".write..")
        .check(CLASSES);
  }

  @Test
  void theIntermediateRepresentationKnowsNoLayers() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".ir..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".layer..", ROOT + ".resolve..", ROOT + ".problem..")
        .check(CLASSES);
  }

  @Test
  void onlyPublicCompilerInterfaces() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun..", "sun..", "org.eclipse..")
        .check(CLASSES);
  }
}
