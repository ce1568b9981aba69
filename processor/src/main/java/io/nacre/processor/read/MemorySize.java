package io.nacre.processor.read;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of memory as people write them: `64MB`, `1.5 GiB`.
final class MemorySize {
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?([KMGT]?i?B)");

  private static final Map<String, Long> UNITS =
      Map.of(
          "B", 1L,
          "KB", 1_000L,
          "MB", 1_000_000L,
          "GB", 1_000_000_000L,
          "TB", 1_000_000_000_000L,
          "KiB", 1L << 10,
          "MiB", 1L << 20,
          "GiB", 1L << 30,
          "TiB", 1L << 40);

  private MemorySize() {}

  /// The number of bytes; empty unless it is a number above 0 with a unit.
  static OptionalLong parse(String text) {
    Matcher amount = AMOUNT.matcher(text.strip());
    if (!amount.matches() || !UNITS.containsKey(amount.group(2))) {
      return OptionalLong.empty();
    }
    BigDecimal bytes =
        new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(UNITS.get(amount.group(2))));
    boolean fits = bytes.signum() > 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    return fits ? OptionalLong.of(Math.max(1, bytes.longValue())) : OptionalLong.empty();
  }
}
