package io.nacre.processor.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// "Did you mean" and "there are": help with names that do not exist.
public final class Similar {
  /// How many names a message lists before it counts the rest.
  private static final int SHOWN = 12;

  /// Nobody misspells a longer name, and comparing would take long.
  private static final int LONGEST = 100;

  private Similar() {}

  /// The valid name that `name` was most likely meant to be; the first of several equally near.
  public static Optional<String> to(String name, Collection<String> valid) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int least = Math.max(1, name.length() / 3) + 1;
    for (String candidate : valid) {
      int distance = candidate.equalsIgnoreCase(name) ? 0 : distance(name, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// `did you mean conv1?`; empty if no valid name is near.
  public static String hint(String name, Collection<String> valid) {
    return to(name, valid).map(near -> "did you mean " + near + "?").orElse("");
  }

  /// `data, conv1, tanh1`, shortened if there are many.
  public static String list(Collection<String> names) {
    if (names.size() <= SHOWN) {
      return String.join(", ", names);
    }
    List<String> shown = new ArrayList<>(names).subList(0, SHOWN);
    return String.join(", ", shown) + " and " + (names.size() - SHOWN) + " more";
  }

  /// `conv1, conv2 and conv3`.
  public static String enumeration(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /// How many letters must be inserted, removed, replaced or swapped with their neighbour.
  static int distance(String left, String right) {
    int[][] d = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[left.length()][right.length()];
  }
}
