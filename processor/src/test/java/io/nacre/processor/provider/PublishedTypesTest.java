package io.nacre.processor.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.layer.Layer;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What `docs/third-party-layers.md` lists as published is public, and enough: whatever those types
/// show is listed too.
class PublishedTypesTest {
  private static final Path PAGE = Path.of("../docs/third-party-layers.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(io\\.nacre\\.processor\\.\\w+)` \\| (.*) \\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static Set<Class<?>> published() throws IOException, ClassNotFoundException {
    Set<Class<?>> published = new HashSet<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      Matcher name = NAME.matcher(row.group(2));
      while (name.find()) {
        published.add(Class.forName(row.group(1) + "." + name.group(1)));
      }
    }
    return published;
  }

  @Test
  void showNoOthers() throws IOException, ClassNotFoundException {
    Set<Class<?>> published = published();
    assertTrue(published.contains(Layer.class), published::toString);
    Set<String> hidden = new TreeSet<>();
    for (Class<?> type : published) {
      assertTrue(Modifier.isPublic(type.getModifiers()), type::getName);
      Stream.of(type.getMethods(), type.getConstructors())
          .flatMap(Stream::of)
          .map(Executable.class::cast)
          .flatMap(PublishedTypesTest::types)
          .filter(used -> used.getName().startsWith("io.nacre."))
          .filter(used -> !published.contains(used.isMemberClass() ? used.getNestHost() : used))
          .forEach(used -> hidden.add(type.getSimpleName() + " shows " + used.getName()));
    }
    assertEquals(Set.of(), hidden);
  }

  private static Stream<Class<?>> types(Executable of) {
    Stream<Type> parameters = Stream.of(of.getGenericParameterTypes());
    return (of instanceof Method method
            ? Stream.concat(parameters, Stream.of(method.getGenericReturnType()))
            : parameters)
        .flatMap(PublishedTypesTest::classes);
  }

  private static Stream<Class<?>> classes(Type type) {
    if (type instanceof Class<?> single) {
      return Stream.of(single.isArray() ? single.getComponentType() : single);
    }
    return type instanceof ParameterizedType generic
        ? Stream.of(generic.getActualTypeArguments()).flatMap(PublishedTypesTest::classes)
        : Stream.of();
  }
}
