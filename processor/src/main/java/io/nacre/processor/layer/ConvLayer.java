package io.nacre.processor.layer;

import io.nacre.processor.ir.Convolution;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Filters;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Cross-correlation over one to three spatial axes, with a bias for each filter:
/// data `N x C x image`, weight `filters x C/groups x kernel`, output `N x filters x out`.
final class ConvLayer implements Layer {
  private static final List<String> PER_AXIS = List.of("kernel", "stride", "pad", "dilate");

  @Override
  public String annotation() {
    return "Conv";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    List<Argument> arguments =
        new ArrayList<>(List.of(Argument.data("data"), Argument.parameter("weight")));
    if (!attributes.flag("noBias")) {
      arguments.add(Argument.parameter("bias"));
    }
    return arguments;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    WindowCheck check = new WindowCheck(node, PER_AXIS);
    if (!ConvCheck.counts(node) || !check.numbers()) {
      return;
    }
    int filters = node.attributes().integer("filters");
    node.shape(
        "bias",
        PartialShape.of(Dim.of(filters)),
        ProblemId.WEIGHT_SHAPE,
        "one number for each of the filters");
    OptionalInt axes = check.axes(node.shape("data"), node.output(), node.shape("weight"));
    if (axes.isEmpty()) {
      return;
    }
    SlidingWindow window = SlidingWindow.of(node.attributes(), axes.getAsInt(), false, false);
    node.shape("data", PartialShape.ofRank(axes.getAsInt() + 2), ProblemId.WRONG_RANK);
    PartialShape data = node.shape("data");
    if (!data.hasRank()
        || !check.withoutBatch(data)
        || !ConvCheck.channels(node, data)
        || !check.fits(window, data)) {
      return;
    }
    inferWeight(node, window, data, filters);
    inferOutput(node, window, data, filters);
  }

  private static void inferWeight(
      Inference node, SlidingWindow window, PartialShape data, int filters) {
    Dim groups = Dim.of(node.attributes().integer("groups"));
    Dim channels = data.dim(1).dividedBy(groups).orElse(Dim.UNKNOWN);
    List<Dim> weight = new ArrayList<>(List.of(Dim.of(filters), channels));
    window.kernel().forEach(size -> weight.add(Dim.of(size)));
    node.shape(
        "weight",
        PartialShape.of(weight),
        ProblemId.WEIGHT_SHAPE,
        node.source("data") + " gives " + data.dim(1) + " channels"
            + (groups.is(1) ? "" : " in " + groups + " groups"));
    PartialShape known = node.shape("weight");
    if (known.hasRank() && known.rank() == weight.size() && known.dim(1).known()) {
      Dim all = known.dim(1).times(groups).orElse(Dim.UNKNOWN);
      PartialShape back = Features.with(PartialShape.ofRank(data.rank()), 1, all);
      node.shape("data", back, ProblemId.WEIGHT_SHAPE);
    }
  }

  private static void inferOutput(
      Inference node, SlidingWindow window, PartialShape data, int filters) {
    List<Dim> forward = new ArrayList<>(List.of(data.dim(0), Dim.of(filters)));
    for (int axis = 0; axis < window.axes(); axis++) {
      Dim size = data.dim(axis + 2);
      forward.add(size.known() ? Dim.of(window.output(axis, (int) size.size())) : Dim.UNKNOWN);
    }
    node.output(PartialShape.of(forward));
    PartialShape output = node.output();
    if (!output.hasRank() || output.rank() != forward.size()) {
      return;
    }
    List<Dim> back = new ArrayList<>(List.of(output.dim(0), Dim.UNKNOWN));
    for (int axis = 0; axis < window.axes(); axis++) {
      back.add(backward(window, axis, output.dim(axis + 2)));
    }
    node.shape("data", PartialShape.of(back), ProblemId.SHAPE_MISMATCH);
  }

  /// The image follows from the output only if no step is left over: for stride 1.
  private static Dim backward(SlidingWindow window, int axis, Dim output) {
    long input = output.size() + window.reach(axis) - 1 - 2L * window.pad().get(axis);
    boolean determined =
        output.known() && !output.batch() && window.stride().get(axis) == 1 && input > 0;
    return determined ? Dim.of(input) : Dim.UNKNOWN;
  }

  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    int axes = data.rank() - 2;
    if (wanted.rank() != data.rank()
        || !wanted.dim(0).equals(data.dim(0))
        || Features.holdBatch(PartialShape.of(wanted), 1, wanted.rank())) {
      return Optional.empty();
    }
    SlidingWindow window = SlidingWindow.of(attributes, axes, false, false);
    List<Integer> image = SlidingWindow.sizes(data);
    Optional<String> spatial = window.adjustment(image, SlidingWindow.sizes(wanted));
    boolean spatialFits = window.over(image).output().equals(SlidingWindow.sizes(wanted));
    if (spatial.isEmpty() && !spatialFits) {
      return Optional.empty();
    }
    long filters = wanted.dim(1).size();
    if (filters == attributes.integer("filters")) {
      return spatial;
    }
    if (filters % attributes.integer("groups") != 0) {
      return Optional.empty();
    }
    return Optional.of("filters = " + filters + spatial.map(text -> ", " + text).orElse(""));
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Attributes attributes = node.attributes();
    Value data = node.argument("data");
    List<Integer> image = SlidingWindow.sizes(data.shape());
    Filters filters =
        new Filters(
            (int) data.shape().dim(1).size(),
            attributes.integer("filters"),
            attributes.integer("groups"),
            SlidingWindow.of(attributes, image.size(), false, false).over(image));
    Value y = e.emit(new Convolution(filters, data, node.argument("weight")));
    if (attributes.flag("noBias")) {
      return y;
    }
    List<Dim> dims = new ArrayList<>(Collections.nCopies(y.shape().rank(), Dim.ONE));
    dims.set(1, y.shape().dim(1));
    Value bias = e.reshape(node.argument("bias"), new Shape(dims));
    return e.add(y, e.broadcast(bias, y.shape()));
  }
}
