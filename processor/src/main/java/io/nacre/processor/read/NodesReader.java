package io.nacre.processor.read;

import io.nacre.processor.problem.InnerPlace;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.LayerProviders;
import io.nacre.processor.read.Lineage.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// Reads the nodes of a type: those that it declares, and those of the types that it extends, whose
/// place is the type itself.
final class NodesReader {
  private final Annotations annotations;
  private final NodeMethods methods;
  private final Sources sources;
  private final Problems problems;
  private final List<NodeDeclaration> nodes = new ArrayList<>();
  private final Map<String, Member> firsts = new HashMap<>();
  private boolean broken;

  NodesReader(
      Elements elements, Sources sources, LayerProviders providers, Problems problems) {
    this.annotations = new Annotations(elements, providers);
    this.methods = new NodeMethods(elements, sources);
    this.sources = sources;
    this.problems = problems;
  }

  /// Whether a mistake that is no single node's was reported, or is reported elsewhere.
  boolean broken() {
    return broken;
  }

  /// Reads one type.
  ///
  /// @param bodies whether methods with a body are accepted and nothing is inherited, because the type
  ///     is of a wrong kind and that was reported
  List<NodeDeclaration> read(TypeElement type, boolean bodies) {
    InheritanceCheck check = new InheritanceCheck(type, problems);
    Lineage lineage = bodies ? Lineage.alone(type, methods) : Lineage.of(type, methods);
    broken |= lineage.broken() || !lineage.nameless().isEmpty();
    lineage.nameless().forEach(check::nameless);
    for (Member member : lineage.members()) {
      Optional<Member> node = lineage.replacedBy(member);
      if (node.isPresent() && !NodeReader.isAbstract(member.method().method())) {
        broken = true;
        check.replacedByBody(member, node.get());
        read(type, node.get(), bodies, new Problems())
            .ifPresent(replaced -> nodes.add(replaced.asBroken()));
      } else if (!member.owner().equals(type) && !isNode(member)) {
        broken = true;
        check.foreign(member);
      } else {
        boolean nameless = lineage.nameless().contains(member.owner());
        Problems found = nameless || !isTold(type, member.owner()) ? new Problems() : problems;
        read(type, member, bodies, found)
            .map(read -> nameless ? read.asBroken() : read)
            .ifPresent(read -> add(read, member, check));
        if (found != problems && found.hasErrors()) {
          broken = true;
          if (!nameless && !sources.hold(member.owner())) {
            check.wrongLibrary(member, found);
          }
        }
      }
    }
    return nodes;
  }

  private Optional<NodeDeclaration> read(
      TypeElement type, Member member, boolean bodies, Problems found) {
    Optional<NodeDeclaration> node =
        new NodeReader(annotations, sources, found).read(member.method(), bodies);
    return member.owner().equals(type) ? node : node.map(read -> inherited(read, type, member));
  }

  private void add(NodeDeclaration node, Member member, InheritanceCheck check) {
    nodes.add(node);
    Member first = firsts.putIfAbsent(node.name(), member);
    if (first != null) {
      broken = true;
      check.twice(node, first, member);
    }
  }

  /// Whether mistakes in a node of `owner` are told to the reader of `type`.
  private boolean isTold(TypeElement type, TypeElement owner) {
    return owner.equals(type) || isOpen(owner);
  }

  /// Whether nobody but the readers of its heirs reports a type's mistakes.
  private boolean isOpen(TypeElement parent) {
    return sources.hold(parent)
        && !annotations.has(parent, "Model")
        && !BlockBodies.isBody(parent);
  }

  private boolean isNode(Member member) {
    ExecutableElement method = member.method().method();
    return !NodeReader.isAbstract(method)
        || SymbolType.of(method.getReturnType()) != SymbolType.OTHER
        || !annotations.layers(method).isEmpty();
  }

  /// The node as its heir sees it.
  private NodeDeclaration inherited(NodeDeclaration node, TypeElement heir, Member member) {
    List<String> way =
        List.of(
            "%s is inherited from %s: %s"
                .formatted(node.name(), member.owner().getSimpleName(), node.layer().text()));
    InnerPlace place = new InnerPlace(ElementPlace.of(heir), way, isOpen(member.owner()));
    return node.moved(anywhere -> place);
  }
}
