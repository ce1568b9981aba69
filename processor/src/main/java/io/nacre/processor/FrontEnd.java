package io.nacre.processor;

import io.nacre.processor.check.Rules;
import io.nacre.processor.infer.ShapeInference;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.inline.Inliner;
import io.nacre.processor.inline.Library;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.LayerProviders;
import io.nacre.processor.read.BlockDeclaration;
import io.nacre.processor.read.BlockReader;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.ModelReader;
import io.nacre.processor.read.ModelTypes;
import io.nacre.processor.read.Sources;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.ModelApi;
import io.nacre.processor.resolve.ModelApiBuilder;
import io.nacre.processor.resolve.Resolution;
import io.nacre.processor.resolve.Resolver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// The stages from a type to its shapes, for models and for blocks.
///
/// Each is read and checked once, by itself or because another uses it; what is wrong with it is
/// reported where it stands, so that its users only learn that it is wrong. What comes from a class
/// file was checked when that was compiled, and is only read.
final class FrontEnd implements Library {
  private final Elements elements;
  private final Sources sources;
  private final LayerProviders providers;
  private final Importer importer;
  private final Dump dump;
  private final Map<String, CheckedModel> models = new HashMap<>();
  private final Map<String, CheckedBlock> blocks = new HashMap<>();
  private final Set<String> started = new HashSet<>();
  private final Set<ModuleElement> modules = new LinkedHashSet<>();
  private final Map<String, Optional<TypeElement>> found = new HashMap<>();

  /// @param sources the types that are in source
  /// @param providers what annotations of third parties mean
  FrontEnd(
      Elements elements,
      Sources sources,
      LayerProviders providers,
      Importer importer,
      Dump dump) {
    this.elements = elements;
    this.sources = sources;
    this.providers = providers;
    this.importer = importer;
    this.dump = dump;
  }

  /// A block with what was found wrong with it.
  record CheckedBlock(BlockDeclaration block, Problems problems) {}

  /// Checks a model of this compilation.
  CheckedModel check(TypeElement model) {
    String type = model.getQualifiedName().toString();
    if (start(model)) {
      Problems problems = new Problems();
      ModelDeclaration written =
          new ModelReader(elements, sources, providers, problems).read(model);
      Importer.Imported read = importer.complete(written, model, problems);
      models.put(type, CheckedModel.unchecked(read, problems));
      if (sources.hold(model)) {
        boolean ofWrongParent = isOfWrongParent(model);
        models.put(
            type, check(read, ofWrongParent, ofWrongParent ? own(problems) : problems));
      }
    }
    return models.get(type);
  }

  private boolean isOfWrongParent(TypeElement model) {
    return ModelTypes.above(model).stream()
        .anyMatch(parent -> sources.hold(parent) && check(parent).wrong());
  }

  /// Without clashes of inherited names, which the wrong parent has as well.
  private static Problems own(Problems problems) {
    Problems own = new Problems();
    problems.all().stream()
        .filter(problem -> problem.id() != ProblemId.NAME_CLASH)
        .forEach(own::add);
    return own;
  }

  /// @param silent whether mistakes are those of a model that this one extends
  private CheckedModel check(Importer.Imported read, boolean silent, Problems problems) {
    ModelDeclaration written = read.model();
    dump.show("declaration", written::text);
    ModelDeclaration model = silent ? written.asBroken() : written;
    Problems found = silent ? new Problems() : problems;
    ModelDeclaration inlined = written;
    Optional<ModelApi> api = Optional.empty();
    Optional<TypedGraph> typed = Optional.empty();
    try {
      int before = found.all().size();
      inlined = Inliner.inline(model, this, found);
      boolean whole = found.all().size() == before;
      ModelApi shown = ModelApiBuilder.build(inlined);
      api = Optional.of(shown);
      if (inlined.nodes().size() != written.nodes().size()) {
        dump.show("declaration", inlined::text);
      }
      typed = typed(inlined, shown, whole, found);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError failure) {
      problems.add(InternalProblem.of(failure, written.typeName(), written.place()));
    }
    return new CheckedModel(written, read.file(), inlined, api, typed, problems, true);
  }

  /// @param whole whether everything could be inlined, so that what seems superfluous is
  private Optional<TypedGraph> typed(
      ModelDeclaration model, ModelApi api, boolean whole, Problems problems) {
    Rules.check(model, api, problems);
    Resolution resolution = Resolver.resolve(model, whole, problems);
    if (resolution.graph().isEmpty()) {
      return Optional.empty();
    }
    LayerGraph graph = resolution.graph().get();
    dump.show("layers", graph::text);
    if (whole && resolution.whole()) {
      Rules.check(model, graph, problems);
    }
    Optional<TypedGraph> typed = ShapeInference.infer(graph, problems);
    return resolution.whole() ? typed : Optional.empty();
  }

  /// Checks a block.
  CheckedBlock checkBlock(TypeElement block) {
    String type = block.getQualifiedName().toString();
    if (start(block)) {
      Problems problems = new Problems();
      BlockDeclaration written =
          new BlockReader(elements, sources, providers, problems).read(block);
      dump.show("declaration", written::text);
      blocks.put(type, new CheckedBlock(written, problems));
      if (sources.hold(block)) {
        boolean sound = BlockCheck.check(written, this, problems);
        blocks.put(type, new CheckedBlock(sound ? written : written.asBroken(), problems));
      }
    }
    return blocks.get(type);
  }

  @Override
  public Optional<BlockDeclaration> block(String type) {
    if (type.isEmpty() || type.startsWith("io.nacre.annotations.")) {
      return Optional.empty();
    }
    return find(type).filter(ModelTypes::isBlock).map(block -> checkBlock(block).block());
  }

  @Override
  public Optional<ModelDeclaration> model(String type) {
    return find(type)
        .filter(ModelTypes::isModel)
        .map(this::check)
        .map(model -> model.wrong() ? model.written().asBroken() : model.written());
  }

  @Override
  public LayerAnnotations annotations() {
    return new LayerAnnotations(elements);
  }

  @Override
  public Optional<Problem> fault(String type) {
    Optional<TypeElement> library = find(type).filter(element -> !sources.hold(element));
    return library.stream()
        .map(
            element ->
                ModelTypes.isBlock(element)
                    ? checkBlock(element).problems()
                    : check(element).problems())
        .flatMap(problems -> problems.all().stream())
        .filter(problem -> problem.id().isError())
        .findFirst();
  }

  /// A type by its qualified name. To look through all modules takes a compiler a while, so those come
  /// first from which types were seen.
  private Optional<TypeElement> find(String type) {
    return found.computeIfAbsent(
        type,
        name ->
            modules.stream()
                .map(module -> elements.getTypeElement(module, name))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(elements.getTypeElement(name))));
  }

  private boolean start(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    if (module != null) {
      modules.add(module);
    }
    return started.add(type.getQualifiedName().toString());
  }
}
