package io.nacre.processor.resolve;

import io.nacre.processor.resolve.ModelApi.Head;
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
        api.feeds().stream()
            .filter(feed -> possible.test(feed.roleType()))
            .limit(ModelApi.MOST_FEEDS)
            .toList(),
        api.parameters(),
        api.heads().stream()
            .filter(head -> !ReservedNames.OF_OBJECT.contains(head.java()))
            .map(
                head ->
                    possible.test(head.gradientType())
                        ? head
                        : new Head(head.name(), head.java(), false))
            .limit(ModelApi.MOST_HEADS)
            .toList(),
        api.spelling());
  }
}
