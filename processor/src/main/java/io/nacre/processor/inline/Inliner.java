package io.nacre.processor.inline;

import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import io.nacre.processor.resolve.MadeNames;
import io.nacre.processor.resolve.UnknownEdge;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Replaces blocks, called models and repeated nodes by the layers that they stand for.
///
/// The tree of all nodes is built first ([TreeBuilder]): what each use holds, with the values that it
/// gives, and where each value was written. Then names become edges between layers ([Linker]), and
/// what nobody needs is left out ([Needed]).
public final class Inliner {
  private Inliner() {}

  /// The same model, of layers only; mistakes are reported.
  public static ModelDeclaration inline(
      ModelDeclaration model, Library library, Problems problems) {
    return inline(model, model.batch(), library, problems);
  }

  /// @param batch the batch size, 0 if it is open, negative if it is not known
  static ModelDeclaration inline(
      ModelDeclaration model, int batch, Library library, Problems problems) {
    TreeBuilder builder = new TreeBuilder(library, problems, model.type(), batch);
    Scope tree = builder.build(model.nodes(), model.spelling());
    if (builder.full()) {
      List<NodeDeclaration> broken =
          model.nodes().stream().map(NodeDeclaration::asBroken).toList();
      return model.inlined(broken, model.names(), model.spelling()).asBroken();
    }
    Linker linker = new Linker(tree, problems);
    List<NodeDeclaration> layers = linker.link();
    Map<String, String> names = new LinkedHashMap<>();
    for (String name : model.names().keySet()) {
      Optional<Source> value = tree.find(name).flatMap(node -> node.value(0));
      names.put(name, value.map(source -> source.node().name()).orElse(name));
    }
    Map<String, String> respelt = new HashMap<>(builder.respelt());
    respelt.putAll(linker.respelt());
    Spelling spelling = MadeNames.spelling(layers, new Spelling(respelt));
    ModelDeclaration linked = model.inlined(layers, names, spelling);
    linker
        .unknown()
        .forEach(use -> problems.add(UnknownEdge.of(use.path(), use.edge(), linked)));
    return linked.inlined(Needed.of(linked), names, spelling);
  }
}
