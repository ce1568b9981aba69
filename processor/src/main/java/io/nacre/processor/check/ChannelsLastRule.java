package io.nacre.processor.check;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;

/// A convolution takes `N x C x H x W`. An input of `H x W x 1` or `H x W x 3` is legal there, with
/// H taken for the channels, and hardly ever meant.
final class ChannelsLastRule implements GraphRule {
  private static final int FEW = 4;

  /// Below this, height and width may well be channels and height of a narrow image.
  private static final int SMALLEST_IMAGE = 16;

  @Override
  public void check(ModelDeclaration model, LayerGraph graph, Problems problems) {
    for (LayerNode node : graph.nodes()) {
      if (node.layer().annotation().equals("Conv")) {
        checkInput(node, node.edges().getFirst().node(), problems);
      }
    }
  }

  private static void checkInput(LayerNode conv, LayerNode input, Problems problems) {
    if (!input.layer().annotation().equals("Input")) {
      return;
    }
    List<Integer> shape = input.attributes().integers("value");
    if (shape.size() != 3
        || shape.get(2) > FEW
        || shape.get(0) < SMALLEST_IMAGE
        || shape.get(1) < SMALLEST_IMAGE) {
      return;
    }
    problems.add(
        Problem.of(
            ProblemId.CHANNELS_LAST,
            input.attributes().place("value"),
            input.path(),
            "%d x %d x %d looks like height x width x channels, but %s takes the channels first"
                .formatted(shape.get(0), shape.get(1), shape.get(2), conv.path()),
            "write @Input({%d, %d, %d}) and feed the images so"
                .formatted(shape.get(2), shape.get(0), shape.get(1))));
  }
}
