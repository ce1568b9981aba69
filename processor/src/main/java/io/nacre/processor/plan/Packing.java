package io.nacre.processor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Places values in one region so that values that live at the same time do not meet: the largest
/// first, each into the smallest gap that holds it.
final class Packing {

  /// A value to place, alive from step `first` to step `last`.
  static final class Item {
    final long length;
    final int first;
    final int last;
    long start;

    Item(long length, int first, int last) {
      this.length = length;
      this.first = first;
      this.last = last;
    }

    boolean livesWith(Item other) {
      return first <= other.last && other.first <= last;
    }
  }

  private Packing() {}

  /// Sets the items' places and returns the length of the region.
  static long pack(List<Item> items) {
    List<Item> bySize = new ArrayList<>(items);
    bySize.sort(
        Comparator.comparingLong((Item item) -> -item.length).thenComparingInt(item -> item.first));
    List<Item> placed = new ArrayList<>(); // by place
    long end = 0;
    for (Item item : bySize) {
      item.start = bestGap(item, placed);
      end = Math.max(end, item.start + item.length);
      int at = 0;
      while (at < placed.size() && placed.get(at).start <= item.start) {
        at++;
      }
      placed.add(at, item);
    }
    return end;
  }

  private static long bestGap(Item item, List<Item> placed) {
    long best = -1;
    long bestSize = Long.MAX_VALUE;
    long free = 0;
    for (Item other : placed) {
      if (!other.livesWith(item)) {
        continue;
      }
      long gap = other.start - free;
      if (gap >= item.length && gap < bestSize) {
        best = free;
        bestSize = gap;
      }
      free = Math.max(free, other.start + other.length);
    }
    return best >= 0 ? best : free;
  }
}
