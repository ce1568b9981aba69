package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.LayerProviders;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/// Reads an annotation type as a block: its hyper-parameters and the nodes of its body.
///
/// It reports what cannot be a block, and always returns what could be read.
public final class BlockReader {
  private final Elements elements;
  private final Sources sources;
  private final LayerProviders providers;
  private final Problems problems;
  private final Annotations annotations;

  public BlockReader(
      Elements elements, Sources sources, LayerProviders providers, Problems problems) {
    this.elements = elements;
    this.sources = sources;
    this.providers = providers;
    this.problems = problems;
    this.annotations = new Annotations(elements);
  }

  public BlockDeclaration read(TypeElement block) {
    int before = problems.all().size();
    checkRetention(block);
    Optional<TypeElement> body = body(block);
    NodesReader reader = new NodesReader(elements, sources, providers, problems);
    List<NodeDeclaration> nodes =
        body.map(found -> reader.read(found, false)).orElseGet(List::of);
    if (body.isPresent() && nodes.isEmpty() && !reader.broken()) {
      bad(
          ElementPlace.of(body.get()),
          "",
          "the body of %s has no nodes".formatted(block.getSimpleName()),
          "a node is an abstract method: @Relu Symbol relu(Symbol data);");
    }
    nodes.forEach(this::checkInput);
    HyperParameterReader parameters =
        new HyperParameterReader(annotations, nodes, nodes.isEmpty() ? new Problems() : problems);
    List<HyperParameter> read = parameters.read(block);
    return new BlockDeclaration(
        block.getQualifiedName().toString(),
        block.getSimpleName().toString(),
        ElementPlace.of(block),
        read,
        nodes,
        reader.broken()
            || nodes.stream().anyMatch(NodeDeclaration::broken)
            || parameters.broken()
            || problems.all().size() > before);
  }

  private void checkRetention(TypeElement block) {
    annotations
        .findJava(block, "java.lang.annotation.Retention")
        .filter(use -> "SOURCE".equals(use.attributes().get("value").value()))
        .ifPresent(
            use ->
                bad(
                    use.place(),
                    "",
                    "class files lose a use of %s, so no other module can use a model with it"
                        .formatted(block.getSimpleName()),
                    "remove @Retention, or write @Retention(RetentionPolicy.CLASS)"));
  }

  private Optional<TypeElement> body(TypeElement block) {
    List<TypeElement> bodies = BlockBodies.all(block);
    if (bodies.size() == 1) {
      return Optional.of(bodies.get(0));
    }
    String name = block.getSimpleName().toString();
    List<TypeElement> nested = ElementFilter.typesIn(block.getEnclosedElements());
    if (bodies.size() > 1) {
      bad(
          ElementPlace.of(bodies.get(1)),
          "",
          "%s has two bodies, %s and %s"
              .formatted(name, bodies.get(0).getSimpleName(), bodies.get(1).getSimpleName()),
          "a block has one body; make a second block of the other");
    } else if (nested.size() == 1) {
      bad(
          ElementPlace.of(nested.get(0)),
          "",
          "%s has no body: %s does not extend BlockBody"
              .formatted(name, nested.get(0).getSimpleName()),
          "write interface %s extends BlockBody".formatted(nested.get(0).getSimpleName()));
    } else {
      bad(
          ElementPlace.of(block),
          "",
          "%s has no body that says what it is made of".formatted(name),
          "write its nodes into it: interface Body extends BlockBody { ... }");
    }
    return Optional.empty();
  }

  private void checkInput(NodeDeclaration node) {
    if (node.layer().is("Input")) {
      bad(
          node.layer().place(),
          node.name(),
          "a block takes its inputs from where it is used, with the shapes that they have there",
          "remove it: the edges named %s make it an input".formatted(node.name()));
    }
  }

  private void bad(Place place, String node, String fact, String hint) {
    problems.add(Problem.of(ProblemId.BAD_BLOCK, place, node, fact, hint));
  }
}
