package io.nacre.processor.mxnet;

import io.nacre.processor.read.JavaNames;
import io.nacre.processor.read.Spelling;
import io.nacre.processor.resolve.ReservedNames;
import io.nacre.processor.resolve.RoleNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds a name in Java for each node of a file.
///
/// A name that Java can spell stays. Another becomes one that is like it; where that is taken, or the
/// generated class needs it for itself, the first free of `NAME_1`, `NAME_2` and so on. What the
/// model declares under a name of its own choice has that.
final class Respelling {
  private final Set<String> typed;
  private final Set<String> names = new HashSet<>();
  private final Set<String> types = new HashSet<>();

  private Respelling(Set<String> typed) {
    this.typed = typed;
  }

  /// @param all the names of a file, in its order
  /// @param typed those of inputs, labels and outputs, which types are named after
  /// @param chosen the methods that declare some of them by `@Name`, by the names of the file
  static Spelling of(Collection<String> all, Set<String> typed, Map<String, String> chosen) {
    Respelling respelling = new Respelling(typed);
    chosen.forEach(respelling::take);
    Map<String, String> respelt = new HashMap<>();
    for (String name : all) {
      if (chosen.containsKey(name)) {
        continue;
      }
      if (!JavaNames.isName(name) || name.indexOf('$') >= 0 || !respelling.take(name, name)) {
        respelt.put(name, "");
      }
    }
    for (String name : all) {
      respelt.computeIfPresent(name, (same, none) -> respelling.free(name));
    }
    respelt.putAll(chosen);
    return new Spelling(respelt);
  }

  private String free(String name) {
    String like = JavaNames.nameLike(name);
    // of _0 the type would be called 0, whatever number follows
    String base = RoleNames.isTypeName(RoleNames.typeName(like)) ? like : "node" + like;
    String candidate = base;
    for (int number = 1; !take(name, candidate); number++) {
      candidate = base + "_" + number;
    }
    return candidate;
  }

  /// Whether the spelling is free; then it is no longer.
  private boolean take(String name, String spelling) {
    if (ReservedNames.OF_OBJECT.contains(spelling)
        || ReservedNames.OF_GRAPHS.contains(spelling)
        || names.contains(spelling)) {
      return false;
    }
    if (typed.contains(name)) {
      String type = RoleNames.typeName(spelling);
      if (!RoleNames.isTypeName(type)
          || ReservedNames.TYPES_OF_GRAPHS.contains(type)
          || ReservedNames.TYPES_OF_JAVA.contains(type)
          || !types.add(type.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return names.add(spelling);
  }
}
