package io.nacre.runtime.kernel;

/// Reduces an angle that is too large for subtracting multiples of pi/2 in a few parts.
///
/// With `y = m 2^e` and a whole m of 53 bits, `y 2/pi` modulo 4 is what is left of m times those bits
/// of 2/pi whose weight, times 2^e, is less than 4. 192 of them are taken: 2 for the quadrant, at
/// most 62 that an unlucky y turns into zeros, and enough for the 53 bits of the rest. The method is
/// that of Payne and Hanek.
final class HugeAngle {
  private static final double HALF_PI_HIGH = 1.5707963267948966;
  private static final double HALF_PI_LOW = 6.123233995736766e-17;

  /// The first 1,216 bits of 2/pi after the point.
  private static final long[] TWO_OVER_PI = {
    0xA2F9836E4E441529L, 0xFC2757D1F534DDC0L, 0xDB6295993C439041L, 0xFE5163ABDEBBC561L,
    0xB7246E3A424DD2E0L, 0x06492EEA09D1921CL, 0xFE1DEB1CB129A73EL, 0xE88235F52EBB4484L,
    0xE99C7026B45F7E41L, 0x3991D639835339F4L, 0x9C845F8BBDF9283BL, 0x1FF897FFDE05980FL,
    0xEF2F118B5A0A6D1FL, 0x6D367ECF27CB09B7L, 0x4F463F669E5FEA2DL, 0x7527BAC7EBE5F17BL,
    0x3D0739F78A5292EAL, 0x6BFB5FB11F8D5D08L, 0x56033046FC7B6BABL
  };

  private HugeAngle() {}

  /// Which multiple of pi/2 is nearest to y; its lowest two bits count.
  ///
  /// @param y finite and at least 1
  static long quadrant(double y) {
    long turns = product(y, 0);
    return (turns >>> 62) + (turns >>> 61 & 1);
  }

  /// What is left of y when the nearest multiple of pi/2 is taken away, from -pi/4 to pi/4.
  ///
  /// @param y finite and at least 1
  static double rest(double y) {
    long high = product(y, 0) << 2 | product(y, 1) >>> 62;
    long low = product(y, 1) << 2;
    boolean negative = high < 0;
    if (negative) {
      high = low == 0 ? -high : ~high;
      low = -low;
    }
    int zeros = Long.numberOfLeadingZeros(high);
    long bits = zeros == 0 ? high : high << zeros | low >>> (64 - zeros);
    double turns = Math.scalb((bits >>> 11) * 0x1p-53 + (bits & 0x7FF) * 0x1p-64, -zeros);
    double rest = Math.fma(turns, HALF_PI_HIGH, turns * HALF_PI_LOW);
    return negative ? -rest : rest;
  }

  /// A word of `y 2/pi` modulo 4: bit 63 of word 0 is worth 2, of word 1 `2^-63`.
  private static long product(double y, int word) {
    int exponent = Math.getExponent(y) - 52;
    long m = Double.doubleToRawLongBits(y) & 0xFFFFFFFFFFFFFL | 0x10000000000000L;
    long last = bits(exponent + 126);
    long middle = bits(exponent + 62);
    long sum = m * middle + Math.unsignedMultiplyHigh(m, last);
    if (word == 1) {
      return sum;
    }
    int carry = Long.compareUnsigned(sum, m * middle) < 0 ? 1 : 0;
    return m * bits(exponent - 2) + Math.unsignedMultiplyHigh(m, middle) + carry;
  }

  /// 64 bits of 2/pi from a place on; before the point they are 0.
  private static long bits(int place) {
    int word = Math.floorDiv(place, 64);
    int shift = Math.floorMod(place, 64);
    return shift == 0 ? word(word) : word(word) << shift | word(word + 1) >>> (64 - shift);
  }

  private static long word(int index) {
    return index < 0 || index >= TWO_OVER_PI.length ? 0 : TWO_OVER_PI[index];
  }
}
