package io.nacre.processor.read;

import io.nacre.processor.read.NodeMethods.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// The methods that a type has, its own and inherited ones, in an order that does not depend on the
/// compiler: those of the class that it extends, then those of its interfaces as they are listed,
/// then its own. A method that overrides another takes its place.
final class Lineage {
  private final NodeMethods methods;
  private final Map<TypeElement, List<TypeElement>> ancestors = new LinkedHashMap<>();
  private final Map<String, List<Member>> members = new LinkedHashMap<>();
  private final Map<Member, Member> replaced = new HashMap<>();
  private final List<TypeElement> nameless = new ArrayList<>();
  private boolean broken;

  private Lineage(NodeMethods methods) {
    this.methods = methods;
  }

  /// A method and the type that declares it.
  record Member(TypeElement owner, Named method) {}

  static Lineage of(TypeElement type, NodeMethods methods) {
    Lineage lineage = new Lineage(methods);
    lineage.visit(type);
    return lineage;
  }

  /// Of a type without those that it extends.
  static Lineage alone(TypeElement type, NodeMethods methods) {
    Lineage lineage = new Lineage(methods);
    lineage.ancestors.put(type, List.of());
    lineage.addOwn(type);
    return lineage;
  }

  /// The methods. Those of one signature that stay side by side are inherited from types that know
  /// nothing of each other.
  List<Member> members() {
    return members.values().stream().flatMap(List::stream).toList();
  }

  /// The abstract method that a method overrides.
  Optional<Member> replacedBy(Member member) {
    return Optional.ofNullable(replaced.get(member));
  }

  /// The types whose names are lost, since Nacre did not compile them.
  List<TypeElement> nameless() {
    return nameless;
  }

  /// Whether the compiler did not find one of the types.
  boolean broken() {
    return broken;
  }

  private void visit(TypeElement type) {
    if (ancestors.containsKey(type)) {
      return;
    }
    List<TypeElement> above = new ArrayList<>();
    ancestors.put(type, above);
    List<TypeMirror> parents = new ArrayList<>();
    parents.add(type.getSuperclass());
    parents.addAll(type.getInterfaces());
    for (TypeMirror mirror : parents) {
      broken |= mirror.getKind() == TypeKind.ERROR;
      if (mirror.getKind() != TypeKind.ERROR
          && mirror instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement parent
          && !parent.getQualifiedName().contentEquals("java.lang.Object")) {
        visit(parent);
        above.add(parent);
        above.addAll(ancestors.get(parent));
      }
    }
    addOwn(type);
  }

  private void addOwn(TypeElement type) {
    NodeMethods.Methods own = methods.of(type);
    if (!own.known()) {
      nameless.add(type);
    }
    own.named().forEach(method -> add(new Member(type, method)));
  }

  /// All parameters are symbols, so a name and their number make a signature.
  private void add(Member member) {
    String signature =
        member.method().name() + "/" + member.method().method().getParameters().size();
    List<Member> same = members.computeIfAbsent(signature, name -> new ArrayList<>());
    boolean overridden =
        same.stream().anyMatch(other -> ancestors.get(other.owner()).contains(member.owner()));
    if (!overridden) {
      for (Member other : List.copyOf(same)) {
        if (ancestors.get(member.owner()).contains(other.owner())) {
          same.remove(other);
          if (NodeReader.isAbstract(other.method().method())) {
            replaced.put(member, other);
          }
        }
      }
      same.add(member);
    }
  }
}
