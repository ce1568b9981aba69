package io.nacre.processor.layer;

import static io.nacre.processor.problem.ProblemId.BAD_ATTRIBUTE;
import static io.nacre.processor.problem.ProblemId.BATCH_ARITHMETIC;

import io.nacre.processor.ModelCompilation;
import org.junit.jupiter.api.Test;

/// Mistakes with `@Sort`, `@ArgSort` and `@TopK`.
class SortingTest {
  private static ModelCompilation layer(String annotation) {
    return ModelCompilation.of(
        "@Model\ninterface M {\n  @Input({4, 5}) Symbol data();\n  "
            + annotation
            + " Symbol y(Symbol data);\n}\n");
  }

  @Test
  void noSuchAxis() {
    layer("@Sort(axis = ‸3)").reports(BAD_ATTRIBUTE, "y: axis = 3, but data N x 4 x 5 has 3 axes");
    layer("@ArgSort(axis = {0, ‸1})")
        .reports(BAD_ATTRIBUTE, "y: axis = {0, 1} names 2 axes", "{} to sort all elements");
  }

  @Test
  void moreThanThereAre() {
    layer("@TopK(axis = 1, k = ‸5)")
        .reports(
            BAD_ATTRIBUTE,
            "y: k = 5, but axis 1 of data N x 4 x 5 has 4 elements",
            "use at most 4, or k = 0 for all");
  }

  @Test
  void perhapsMoreThanThereAre() {
    layer("@TopK(axis = 0, k = ‸2)")
        .reports(
            BATCH_ARITHMETIC,
            "y: k = 2 elements of an axis of N need not be there",
            "fix the batch: @Model(batch = 64)");
    layer("@TopK(axis = 0, k = 0)").succeeds();
  }
}
