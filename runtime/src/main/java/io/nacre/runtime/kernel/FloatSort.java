package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Sorts lists by merging: first single elements to pairs, then those to fours, and so on; see
/// [SortKernel].
final class FloatSort {
  private FloatSort() {}

  static void order(
      Worker worker,
      boolean ascending,
      int outer, int size, int inner,
      float[] x, int xAt,
      float[] j, int jAt) {
    FloatIndices.checkRows(size);
    int lists = outer * inner;
    for (int list = worker.from(lists); list < worker.to(lists); list++) {
      int start = list / inner * size * inner + list % inner;
      order(worker, ascending, size, inner, x, xAt + start, j, jAt + start);
    }
  }

  private static void order(
      Worker worker,
      boolean ascending,
      int size, int inner,
      float[] x, int xAt,
      float[] j, int jAt) {
    float[] keys = worker.floats(0, size);
    float[] places = worker.floats(1, size);
    for (int k = 0; k < size; k++) {
      float key = x[xAt + k * inner];
      keys[k] = ascending ? key : -key;
      places[k] = k;
    }
    float[] mergedKeys = worker.floats(2, size);
    float[] mergedPlaces = worker.floats(3, size);
    for (long width = 1; width < size; width *= 2) {
      for (long low = 0; low < size; low += 2 * width) {
        int middle = (int) Math.min(low + width, size);
        int high = (int) Math.min(low + 2 * width, size);
        merge(keys, places, (int) low, middle, high, mergedKeys, mergedPlaces);
      }
      float[] swapped = keys;
      keys = mergedKeys;
      mergedKeys = swapped;
      swapped = places;
      places = mergedPlaces;
      mergedPlaces = swapped;
    }
    for (int k = 0; k < size; k++) {
      j[jAt + k * inner] = places[k];
    }
  }

  /// Merges the elements from `low` to before `middle` with those from there to before `high`. At a tie
  /// the left one goes first.
  private static void merge(
      float[] keys, float[] places,
      int low, int middle, int high,
      float[] mergedKeys, float[] mergedPlaces) {
    int left = low;
    int right = middle;
    for (int k = low; k < high; k++) {
      boolean takeLeft =
          left < middle && (right == high || !isAfter(keys[left], keys[right]));
      int from = takeLeft ? left++ : right++;
      mergedKeys[k] = keys[from];
      mergedPlaces[k] = places[from];
    }
  }

  private static boolean isAfter(float a, float b) {
    return a > b || a != a && b == b;
  }
}
