package io.nacre.samples.tutorial;

import io.nacre.annotations.Block;
import io.nacre.annotations.BlockBody;
import io.nacre.annotations.Concat;
import io.nacre.annotations.Name;
import io.nacre.annotations.Pooling;
import io.nacre.annotations.PoolingType;
import io.nacre.annotations.Sets;
import io.nacre.annotations.Symbol;

/// The tutorial's `InceptionFactoryA`: four branches that are joined. The names are those that it
/// makes, but for the pooling's, `avg_pool_in3a_pool`, without `avg`: no value can stand in a name.
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
    @ConvFactory(filters = PARAM, kernel = 1)
    @Name("%s_1x1")                Symbol c1x1(Symbol data);

    @ConvFactory(filters = PARAM, kernel = 1)
    @Name("%s_3x3_reduce")         Symbol c3x3r(Symbol data);
    @ConvFactory(filters = PARAM, kernel = 3, pad = 1)
    @Name("%s_3x3")                Symbol c3x3(Symbol c3x3r);

    @ConvFactory(filters = PARAM, kernel = 1)
    @Name("%s_double_3x3_reduce")  Symbol cd3x3r(Symbol data);
    @ConvFactory(filters = PARAM, kernel = 3, pad = 1)
    @Name("%s_double_3x3_0")       Symbol cd3x3(Symbol cd3x3r);
    @ConvFactory(filters = PARAM, kernel = 3, pad = 1)
    @Name("%s_double_3x3_1")       Symbol ce3x3(Symbol cd3x3);

    @Pooling(kernel = 3, stride = 1, pad = 1)
    @Name("pool_%s_pool")          Symbol pooling(Symbol data);
    @ConvFactory(filters = PARAM, kernel = 1)
    @Name("%s_proj")               Symbol cproj(Symbol pooling);

    @Concat
    @Name("ch_concat_%s_chconcat") Symbol concat(
        Symbol c1x1, Symbol c3x3, Symbol ce3x3, Symbol cproj);
  }
}
