package io.nacre.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/training.md` has every optimizer, schedule, initializer and metric.
class TrainingPageTest {
  @Test
  void pageHasThemAll() throws IOException {
    String page = Files.readString(Path.of("../docs/training.md"));
    List<JavaClass> classes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.nacre.runtime")
                .stream()
                .filter(TrainingPageTest::belongs)
                .toList();
    assertEquals(14 + 4 + 11 + 12, classes.size(), () -> "found " + classes);
    for (JavaClass type : classes) {
      String cell = "`" + type.getSimpleName() + "`";
      assertTrue(page.contains(cell), () -> "docs/training.md lacks " + cell);
    }
  }

  private static boolean belongs(JavaClass type) {
    boolean kind =
        type.isAssignableTo(Optimizer.class)
            || type.isAssignableTo(Schedule.class)
            || type.isAssignableTo(Initializer.class)
            || type.isAssignableTo(Metric.class);
    return kind
        && !type.isInterface()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && type.getModifiers().contains(JavaModifier.PUBLIC);
  }
}
