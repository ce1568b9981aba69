package io.nacre.processor.plan;

import io.nacre.processor.ir.DataType;

/// How long an array of work memory is: `perSample * N + constant` elements.
public record WorkSize(DataType type, long perSample, long constant) {
  public long bytes(long n) {
    return (perSample * n + constant) * type.bytes();
  }
}
