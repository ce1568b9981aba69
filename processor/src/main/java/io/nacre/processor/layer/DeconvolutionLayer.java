package io.nacre.processor.layer;

import io.nacre.processor.ir.ConvolutionDataGradient;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Filters;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Window;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A convolution's gradient of its data as a layer: data `N x C x image`, weight
/// `C x filters/groups x kernel`, output `N x filters x out`.
final class DeconvolutionLayer implements Layer {
  private static final List<String> PER_AXIS =
      List.of("kernel", "stride", "pad", "adj", "targetShape", "dilate");

  @Override
  public String annotation() {
    return "Deconvolution";
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
    Dim filters = Dim.of(node.attributes().integer("filters"));
    node.shape(
        "bias",
        PartialShape.of(filters),
        ProblemId.WEIGHT_SHAPE,
        "one number for each of the filters");
    OptionalInt axes = check.axes(node.shape("data"), node.output(), node.shape("weight"));
    if (axes.isEmpty() || !DeconvolutionSizes.checkAdj(node, axes.getAsInt())) {
      return;
    }
    DeconvolutionSizes sizes = DeconvolutionSizes.of(node.attributes(), axes.getAsInt());
    node.shape("data", PartialShape.ofRank(axes.getAsInt() + 2), ProblemId.WRONG_RANK);
    PartialShape data = node.shape("data");
    if (!data.hasRank()
        || !check.withoutBatch(data)
        || !ConvCheck.channels(node, data)
        || !sizes.check(node, data)) {
      return;
    }
    inferWeight(node, sizes, data, filters);
    inferOutput(node, sizes, data, filters);
  }

  private static void inferWeight(
      Inference node, DeconvolutionSizes sizes, PartialShape data, Dim filters) {
    Dim groups = Dim.of(node.attributes().integer("groups"));
    List<Dim> weight =
        new ArrayList<>(List.of(data.dim(1), filters.dividedBy(groups).orElseThrow()));
    sizes.window().kernel().forEach(size -> weight.add(Dim.of(size)));
    node.shape(
        "weight",
        PartialShape.of(weight),
        ProblemId.WEIGHT_SHAPE,
        node.source("data") + " gives " + data.dim(1) + " channels"
            + (groups.is(1) ? "" : ", and " + filters + " filters are in " + groups + " groups"));
    PartialShape known = node.shape("weight");
    if (known.hasRank() && known.rank() == weight.size()) {
      PartialShape back = Features.with(PartialShape.ofRank(data.rank()), 1, known.dim(0));
      node.shape("data", back, ProblemId.WEIGHT_SHAPE);
    }
  }

  private static void inferOutput(
      Inference node, DeconvolutionSizes sizes, PartialShape data, Dim filters) {
    List<Dim> forward = new ArrayList<>(List.of(data.dim(0), filters));
    for (int axis = 0; axis < sizes.axes(); axis++) {
      Dim size = data.dim(axis + 2);
      forward.add(size.known() ? Dim.of(sizes.output(axis, size.size())) : Dim.UNKNOWN);
    }
    node.output(PartialShape.of(forward));
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() == forward.size()) {
      List<Dim> back = new ArrayList<>(List.of(output.dim(0), Dim.UNKNOWN));
      for (int axis = 0; axis < sizes.axes(); axis++) {
        back.add(sizes.input(axis, output.dim(axis + 2)));
      }
      node.shape("data", PartialShape.of(back), ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    boolean spatial =
        wanted.rank() == data.rank()
            && wanted.dim(0).equals(data.dim(0))
            && !Features.holdBatch(PartialShape.of(wanted), 1, wanted.rank());
    if (!spatial || wanted.dim(1).size() % attributes.integer("groups") != 0) {
      return Optional.empty();
    }
    DeconvolutionSizes sizes = DeconvolutionSizes.of(attributes, data.rank() - 2);
    List<String> changes = new ArrayList<>();
    if (!wanted.dim(1).is(attributes.integer("filters"))) {
      changes.add("filters = " + wanted.dim(1));
    }
    List<Integer> target = SlidingWindow.sizes(wanted);
    if (!target.equals(sizes.output(SlidingWindow.sizes(data)))) {
      if (!sizes.reaches(SlidingWindow.sizes(data), target)) {
        return Optional.empty();
      }
      changes.add("targetShape = " + SlidingWindow.text(target));
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Attributes attributes = node.attributes();
    Value data = node.argument("data");
    DeconvolutionSizes sizes = DeconvolutionSizes.of(attributes, data.shape().rank() - 2);
    Window window =
        sizes.over(SlidingWindow.sizes(data.shape()), SlidingWindow.sizes(node.shape()));
    Filters filters =
        new Filters(
            attributes.integer("filters"),
            (int) data.shape().dim(1).size(),
            attributes.integer("groups"),
            window);
    Value y =
        e.emit(
            new ConvolutionDataGradient(
                filters, enlarged(e, data, window), node.argument("weight")));
    if (attributes.flag("noBias")) {
      return y;
    }
    Shape channels = Axes.only(1, y.shape());
    return e.add(y, e.broadcast(e.reshape(node.argument("bias"), channels), y.shape()));
  }

  /// The data with zeros where the output has room for windows behind those of the data: then `adj`
  /// is not less than the stride.
  private static Value enlarged(Emitter e, Value data, Window window) {
    Shape shape = data.shape();
    List<Range> ranges = Range.whole(shape);
    for (int axis = 0; axis < window.axes(); axis++) {
      shape = shape.with(axis + 2, Dim.of(window.output().get(axis)));
    }
    return e.pad(data, ranges, shape, 0);
  }
}
