package io.nacre.samples.golden;

import io.nacre.annotations.DataType;
import io.nacre.annotations.Input;
import io.nacre.annotations.Model;
import io.nacre.annotations.Symbol;
import io.nacre.samples.inceptionbn.InceptionBn;

/// The same network in float64.
@Model
interface InceptionBnIn64 extends InceptionBn {
  @Input(value = {3, 28, 28}, dtype = DataType.FLOAT64)
  Symbol data();
}
