package io.nacre.samples.tutorial;

import io.nacre.annotations.Block;
import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Concat;
import io.nacre.annotations.Pooling;
import io.nacre.annotations.PoolingType;
import io.nacre.annotations.Sets;
import io.nacre.annotations.Symbol;

/// The tutorial's `InceptionFactoryA`: four branches that are joined.
@Block
@interface InceptionFactoryA {
  @Sets("c1x1.filters")                    int num1x1();
  @Sets("c3x3r.filters")                   int num3x3red();
  @Sets("c3x3.filters")                    int num3x3();
  @Sets("cd3x3r.filters")                  int numD3x3red();
  @Sets({"cd3x3.filters", "ce3x3.filters"}) int numD3x3();
  @Sets("pooling.type")                    PoolingType pool();
  @Sets("cproj.filters")                   int proj();

  interface Body extends BlockBody {
    @ConvFactory(filters = PARAM, kernel = 1)           Symbol c1x1(Symbol data);

    @ConvFactory(filters = PARAM, kernel = 1)           Symbol c3x3r(Symbol data);
    @ConvFactory(filters = PARAM, kernel = 3, pad = 1)  Symbol c3x3(Symbol c3x3r);

    @ConvFactory(filters = PARAM, kernel = 1)           Symbol cd3x3r(Symbol data);
    @ConvFactory(filters = PARAM, kernel = 3, pad = 1)  Symbol cd3x3(Symbol cd3x3r);
    @ConvFactory(filters = PARAM, kernel = 3, pad = 1)  Symbol ce3x3(Symbol cd3x3);

    @Pooling(kernel = 3, stride = 1, pad = 1)           Symbol pooling(Symbol data);
    @ConvFactory(filters = PARAM, kernel = 1)           Symbol cproj(Symbol pooling);

    @Concat  Symbol concat(Symbol c1x1, Symbol c3x3, Symbol ce3x3, Symbol cproj);
  }
}
