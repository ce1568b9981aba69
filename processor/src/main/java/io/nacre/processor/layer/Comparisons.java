package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Value;

/// Comparisons and logic as numbers: 1 where it holds, else 0. Nothing holds of NaN but that it
/// differs; as a truth it is one, as in C.
enum Comparisons implements BinaryFunction {
  EQUAL {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return e.selectEqual(a, b, one(e, a), e.zeros(a));
    }
  },
  NOT_EQUAL {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return e.selectEqual(a, b, e.zeros(a), one(e, a));
    }
  },
  GREATER {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return e.selectGreater(a, b, one(e, a), e.zeros(a));
    }
  },
  GREATER_EQUAL {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return e.selectGreater(a, b, one(e, a), EQUAL.of(e, a, b));
    }
  },
  LESSER {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return GREATER.of(e, b, a);
    }
  },
  LESSER_EQUAL {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return GREATER_EQUAL.of(e, b, a);
    }
  },
  AND {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return e.multiply(truth(e, a), truth(e, b));
    }
  },
  OR {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return e.selectEqual(a, e.zeros(a), truth(e, b), one(e, a));
    }
  },
  XOR {
    @Override
    public Value of(Emitter e, Value a, Value b) {
      return NOT_EQUAL.of(e, truth(e, a), truth(e, b));
    }
  };

  private static Value one(Emitter e, Value like) {
    return e.constant(1, like);
  }

  private static Value truth(Emitter e, Value value) {
    return NOT_EQUAL.of(e, value, e.zeros(value));
  }
}
