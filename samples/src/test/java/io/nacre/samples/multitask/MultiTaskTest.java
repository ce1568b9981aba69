package io.nacre.samples.multitask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.Xavier;
import io.nacre.runtime.data.Batches.Batch;
import io.nacre.samples.multitask.MultiTaskGraph.Data;
import io.nacre.samples.multitask.MultiTaskGraph.GroupLabel;
import io.nacre.samples.multitask.MultiTaskGraph.KindLabel;
import io.nacre.samples.support.Classifier;
import io.nacre.samples.support.FashionMnist;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two heads on one trunk.
class MultiTaskTest {
  private static final int BATCH = 32;

  @TempDir private Path folder;

  @Test
  void hasTwoHeads() {
    assertEquals(
        List.of("kind_output", "group_output"), MultiTaskGraph.SPEC.listOutputs());
    float[] kinds = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertArrayEquals(new float[] {0, 1, 0, 2, 0, 3, 0, 3, 4, 3}, Group.labels(kinds));
  }

  /// Of the groups 40 % are tops: that is what a head that learned nothing gets. Both heads come
  /// back from a file.
  @Test
  void bothHeadsLearn() throws IOException {
    FashionMnist data = FashionMnist.carried();
    Recipe recipe = Recipe.DEFAULT.epochs(1);
    Path file = folder.resolve("weights.safetensors");
    double kinds;
    double groups;
    try (Classifier net = MultiTaskSample.bind(Device.cpu(), recipe.batch())) {
      Training.train(net, data, recipe);
      kinds = Training.test(net, data);
      groups = MultiTaskSample.testGroups((MultiTaskGraph) net.graph(), data);
      net.graph().save(file);
    }
    assertTrue(kinds > 0.7, kinds + " of the kinds");
    assertTrue(groups > 0.9, groups + " of the groups");
    try (Classifier loaded = MultiTaskSample.bind(Device.cpu(), 100)) {
      loaded.graph().load(file);
      assertEquals(kinds, Training.test(loaded, data));
      assertEquals(groups, MultiTaskSample.testGroups((MultiTaskGraph) loaded.graph(), data));
    }
  }

  /// The gradient of a bias is the sum over the samples of `gradScale * (p - label)`.
  @Test
  void eachLossHasItsScale() throws IOException {
    try (MultiTaskGraph net = MultiTaskGraph.bind(Device.cpu(), BATCH)) {
      net.initialize(Xavier.uniform(), 42);
      Batch batch = FashionMnist.carried().test(BATCH).iterator().next();
      float[] groups = Group.labels(batch.labels());
      var out =
          net.forward(
              Data.of(batch.images()), KindLabel.of(batch.labels()), GroupLabel.of(groups));
      double[] kind = errors(out.kind(), batch.labels());
      double[] group = errors(out.group(), groups);
      net.backward();
      assertArrayEquals(kind, gradient(net, "kind_scores_bias"), 1e-4);
      for (int i = 0; i < group.length; i++) {
        group[i] *= 0.5;
      }
      assertArrayEquals(group, gradient(net, "group_scores_bias"), 1e-4);
    }
  }

  /// What either loss says changes the gradient of the first convolution.
  @Test
  void bothLossesReachTheTrunk() throws IOException {
    try (MultiTaskGraph net = MultiTaskGraph.bind(Device.cpu(), BATCH)) {
      net.initialize(Xavier.uniform(), 42);
      Batch batch = FashionMnist.carried().test(BATCH).iterator().next();
      float[] kinds = batch.labels().clone();
      float[] groups = Group.labels(kinds);
      double both = trunk(net, batch, kinds, groups);
      kinds[0] = (kinds[0] + 1) % 10;
      double otherKind = trunk(net, batch, kinds, groups);
      groups[0] = (groups[0] + 1) % 5;
      double otherGroup = trunk(net, batch, batch.labels(), groups);
      assertNotEquals(both, otherKind);
      assertNotEquals(both, otherGroup);
    }
  }

  private static double trunk(MultiTaskGraph net, Batch batch, float[] kinds, float[] groups) {
    net.forward(Data.of(batch.images()), KindLabel.of(kinds), GroupLabel.of(groups));
    net.backward();
    return gradient(net, "conv1_weight")[0];
  }

  private static double[] gradient(CompiledGraph net, String parameter) {
    return net.parameters().get(parameter).gradient().toDoubles();
  }

  /// The sum over the samples of probability less label.
  private static double[] errors(Tensor probabilities, float[] labels) {
    float[] p = probabilities.toFloats();
    int classes = p.length / labels.length;
    double[] errors = new double[classes];
    for (int i = 0; i < p.length; i++) {
      errors[i % classes] += p[i] - (labels[i / classes] == i % classes ? 1 : 0);
    }
    return errors;
  }
}
