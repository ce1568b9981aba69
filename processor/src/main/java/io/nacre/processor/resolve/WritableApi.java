package io.nacre.processor.resolve;

import io.nacre.processor.resolve.ModelApi.Feed;
import io.nacre.processor.resolve.ModelApi.Head;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Takes out of a wrong model's public face what no class could have, which is reported: members
/// that are named like ones that are there already, and more than a method can take. A right model's face stays as it is.
public final class WritableApi {
  private WritableApi() {}

  public static ModelApi of(ModelApi api) {
    Predicate<String> possible =
        type ->
            RoleNames.isTypeName(type)
                && !type.equals(api.graphName())
                && !ReservedNames.TYPES_OF_GRAPHS.contains(type);
    return new ModelApi(
        api.packageName(),
        api.typeName(),
        api.graphName(),
        api.publicModel(),
        api.symbolicBatch(),
        api.layers(),
        firsts(api.feeds(), Feed::java).stream()
            .filter(feed -> possible.test(feed.roleType()))
            .limit(ModelApi.MOST_FEEDS)
            .toList(),
        firsts(api.parameters(), api.spelling()::java),
        heads(api, possible),
        api.spelling());
  }

  /// Of several that Java spells alike, the first.
  private static <T> List<T> firsts(List<T> all, Function<T, String> java) {
    Set<String> taken = new HashSet<>();
    return all.stream().filter(each -> taken.add(java.apply(each))).toList();
  }

  private static List<Head> heads(ModelApi api, Predicate<String> possible) {
    List<Head> heads = new ArrayList<>();
    int gradients = 0;
    for (Head head : api.heads()) {
      if (!ReservedNames.OF_OBJECT.contains(head.java()) && heads.size() < ModelApi.MOST_HEADS) {
        boolean gradient =
            head.takesGradient()
                && possible.test(head.gradientType())
                && gradients < ModelApi.MOST_FEEDS;
        gradients += gradient ? 1 : 0;
        heads.add(new Head(head.name(), head.java(), gradient));
      }
    }
    return heads;
  }
}
