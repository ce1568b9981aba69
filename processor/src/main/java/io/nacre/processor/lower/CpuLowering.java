package io.nacre.processor.lower;

import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.Assign;
import io.nacre.processor.ir.Broadcast;
import io.nacre.processor.ir.Cast;
import io.nacre.processor.ir.Concat;
import io.nacre.processor.ir.Constant;
import io.nacre.processor.ir.Custom;
import io.nacre.processor.ir.Convolution;
import io.nacre.processor.ir.ConvolutionDataGradient;
import io.nacre.processor.ir.ConvolutionWeightGradient;
import io.nacre.processor.ir.Filters;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.GradientOverride;
import io.nacre.processor.ir.Index;
import io.nacre.processor.ir.MatMul;
import io.nacre.processor.ir.Pad;
import io.nacre.processor.ir.Pointwise;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.ir.PoolGradient;
import io.nacre.processor.ir.RandomUniform;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Reshape;
import io.nacre.processor.ir.ScatterAdd;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.SizeConstant;
import io.nacre.processor.ir.Slice;
import io.nacre.processor.ir.SortOrder;
import io.nacre.processor.ir.Transpose;
import io.nacre.processor.ir.Value;
import io.nacre.processor.ir.Variable;
import io.nacre.processor.lower.Call.Argument;
import io.nacre.processor.lower.Call.ConstantArgument;
import io.nacre.processor.lower.Call.CopyArgument;
import io.nacre.processor.lower.Call.FiltersArgument;
import io.nacre.processor.lower.Call.FlagArgument;
import io.nacre.processor.lower.Call.KernelCall;
import io.nacre.processor.lower.Call.MemoryArgument;
import io.nacre.processor.lower.Call.NumberArgument;
import io.nacre.processor.lower.Call.PartArgument;
import io.nacre.processor.lower.Call.PoolArgument;
import io.nacre.processor.lower.Call.RandomArgument;
import io.nacre.processor.lower.Call.SizeArgument;
import io.nacre.processor.lower.Call.TransposeArgument;
import io.nacre.processor.optimise.FusedGraph;
import io.nacre.processor.optimise.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Chooses the CPU kernels: matrix products, convolutions, poolings and copies are the runtime's,
/// everything pointwise or reducing is a generated loop.
public final class CpuLowering {
  private CpuLowering() {}

  public static List<Step> lower(FusedGraph graph) {
    return graph.groups().stream().map(CpuLowering::lower).toList();
  }

  private static Step lower(Group group) {
    Value root = group.root();
    return switch (root.primitive()) {
      case Pointwise p -> loop(group);
      case Cast c -> loop(group);
      case Reduce r -> loop(group);
      case Broadcast b -> loop(group);
      case Constant c -> loop(group);
      case SizeConstant s -> loop(group);
      case Index i -> loop(group);
      case Assign a -> loop(group);
      case RandomUniform random ->
          kernel(
              group,
              "RandomKernel",
              "uniform",
              List.of(new RandomArgument(random.stream()), new SizeArgument(random.shape().size())));
      case Custom custom -> custom(group, custom);
      case MatMul product -> matMul(group, product);
      case Gather g -> gather(group, g);
      case ScatterAdd s -> scatterAdd(group, s);
      case SortOrder s -> sortOrder(group, s);
      case Convolution c ->
          kernel(group, "ConvolutionKernel", "forward", filters(c.filters(), c.x(), c.w()));
      case ConvolutionDataGradient c ->
          kernel(group, "ConvolutionKernel", "dataGradient", filters(c.filters(), c.dy(), c.w()));
      case ConvolutionWeightGradient c ->
          kernel(
              group, "ConvolutionKernel", "weightGradient", filters(c.filters(), c.x(), c.dy()));
      case Pool pool -> kernel(group, "PoolingKernel", "forward", pool(pool, pool.x()));
      case PoolGradient g ->
          kernel(group, "PoolingKernel", "gradient", pool(g.pool(), g.pool().x(), g.y(), g.dy()));
      case Transpose t ->
          copy(group, t.input(), new TransposeArgument(t.input().shape(), t.permutation()));
      case Slice s ->
          copy(group, s.input(), new PartArgument(s.input().shape(), s.ranges(), false));
      case Pad pad -> pad(group, pad);
      case Concat concat -> concat(group, concat);
      case Variable v -> throw new IllegalStateException("a variable is not computed: " + root);
      case Reshape r -> throw new IllegalStateException("an alias is not computed: " + root);
      case GradientOverride o ->
          throw new IllegalStateException("an alias is not computed: " + root);
    };
  }

  private static Step loop(Group group) {
    Call.LoopCall call = LoopBuilder.build(group);
    Value output = group.root().primitive() instanceof Assign assign ? assign.state() : group.root();
    return new Step(group, output, call.inputs().stream().map(Aliases::storage).toList(), call);
  }

  private static Step custom(Group group, Custom custom) {
    return new Step(
        group,
        group.root(),
        custom.inputs().stream().map(Aliases::storage).toList(),
        new Call.CustomCall(
            custom.kernel(), custom.method(), custom.inputs(), custom.adds(), custom.attributes()));
  }

  /// `form(worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate)`; the matrices are
  /// dense, so a leading dimension is the length of a row. Of stacks,
  /// `form(worker, count, m, n, k, a, aAt, b, bAt, c, cAt)`.
  private static Step matMul(Group group, MatMul product) {
    String form = product.form().name().toLowerCase(Locale.ROOT);
    if (product.stacked()) {
      List<Argument> arguments =
          List.of(
              new SizeArgument(product.count()),
              new SizeArgument(product.m()),
              new SizeArgument(product.n()),
              new SizeArgument(product.k()),
              new MemoryArgument(product.a()),
              new MemoryArgument(product.b()));
      return kernel(group, "BatchMatMulKernel", form, arguments);
    }
    List<Argument> arguments =
        List.of(
            new SizeArgument(product.m()),
            new SizeArgument(product.n()),
            new SizeArgument(product.k()),
            new MemoryArgument(product.a()),
            new SizeArgument(product.a().shape().dim(1)),
            new MemoryArgument(product.b()),
            new SizeArgument(product.b().shape().dim(1)),
            new MemoryArgument(group.root()),
            new SizeArgument(product.n()),
            new FlagArgument(false));
    return kernel(group, "MatMulKernel", form, arguments);
  }

  /// `gather(worker, mode, sizes..., x, xAt, j, jAt, y, yAt)`
  private static Step gather(Group group, Gather gather) {
    List<Argument> arguments = sizes(gather.mode(), gather.table().shape(), gather.indices());
    arguments.add(new MemoryArgument(gather.table()));
    arguments.add(new MemoryArgument(gather.indices()));
    return kernel(group, "GatherKernel", "gather", arguments);
  }

  /// `scatterAdd(worker, mode, sizes..., j, jAt, y, yAt, x, xAt)`
  private static Step scatterAdd(Group group, ScatterAdd scatter) {
    List<Argument> arguments = sizes(scatter.mode(), scatter.shape(), scatter.indices());
    arguments.add(new MemoryArgument(scatter.indices()));
    arguments.add(new MemoryArgument(scatter.values()));
    return kernel(group, "GatherKernel", "scatterAdd", arguments);
  }

  /// `order(worker, ascending, outer, size, inner, x, xAt, j, jAt)`
  private static Step sortOrder(Group group, SortOrder order) {
    Shape shape = order.shape();
    List<Argument> arguments =
        List.of(
            new FlagArgument(order.ascending()),
            new SizeArgument(shape.size(0, order.axis())),
            new SizeArgument(shape.dim(order.axis())),
            new SizeArgument(shape.size(order.axis() + 1, shape.rank())),
            new MemoryArgument(order.input()));
    return kernel(group, "SortKernel", "order", arguments);
  }

  /// `mode, tables, rows, columns, count, jTables, jColumns`
  private static List<Argument> sizes(Gather.Mode mode, Shape table, Value indices) {
    Shape index = indices.shape();
    return new ArrayList<>(
        List.of(
            new ConstantArgument("IndexMode", mode.name()),
            new SizeArgument(table.dim(0)),
            new SizeArgument(table.dim(1)),
            new SizeArgument(table.dim(2)),
            new SizeArgument(index.dim(1)),
            new SizeArgument(index.dim(0)),
            new SizeArgument(index.dim(2))));
  }

  /// `pass(worker, geometry, batch, first, firstAt, second, secondAt, result, resultAt)`
  private static List<Argument> filters(Filters filters, Value first, Value second) {
    return List.of(
        new FiltersArgument(filters),
        new SizeArgument(first.shape().dim(0)),
        new MemoryArgument(first),
        new MemoryArgument(second));
  }

  private static List<Argument> pool(Pool pool, Value... values) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(new PoolArgument(pool));
    arguments.add(new SizeArgument(pool.x().shape().dim(0)));
    for (Value value : values) {
      arguments.add(new MemoryArgument(value));
    }
    return arguments;
  }

  /// `copy(worker, geometry, n, x, xAt, y, yAt)`
  private static Step copy(Group group, Value input, CopyArgument geometry) {
    return step(group, copyCall(group.root(), input, geometry));
  }

  private static KernelCall copyCall(Value output, Value input, CopyArgument geometry) {
    List<Argument> arguments =
        List.of(
            geometry,
            new SizeArgument(geometry.batch()),
            new MemoryArgument(input),
            new MemoryArgument(output));
    return new KernelCall("CopyKernel", "copy", arguments);
  }

  /// `pad(worker, geometry, n, number, size, x, xAt, y, yAt)`
  private static Step pad(Group group, Pad pad) {
    CopyArgument geometry = new PartArgument(pad.shape(), pad.ranges(), true);
    List<Argument> arguments =
        List.of(
            geometry,
            new SizeArgument(geometry.batch()),
            new NumberArgument(pad.number(), pad.type()),
            new SizeArgument(pad.shape().size()),
            new MemoryArgument(pad.input()));
    return kernel(group, "CopyKernel", "pad", arguments);
  }

  /// A copy for each part.
  private static Step concat(Group group, Concat concat) {
    List<List<Range>> parts = concat.parts();
    List<KernelCall> calls = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      CopyArgument geometry = new PartArgument(concat.shape(), parts.get(i), true);
      calls.add(copyCall(group.root(), concat.inputs().get(i), geometry));
    }
    return step(group, new Call.KernelCalls(calls));
  }

  /// The output's array comes last, unless the arguments have placed it.
  private static Step kernel(Group group, String kernel, String method, List<Argument> arguments) {
    Value output = group.root();
    List<Argument> all = new ArrayList<>(arguments);
    if (!all.contains(new MemoryArgument(output))) {
      all.add(new MemoryArgument(output));
    }
    return step(group, new KernelCall(kernel, method, all));
  }

  private static Step step(Group group, Call call) {
    Value output = group.root();
    List<Value> reads =
        output.primitive().inputs().stream().map(Aliases::storage).distinct().toList();
    return new Step(group, output, reads, call);
  }
}
