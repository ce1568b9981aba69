package io.nacre.runtime;

import static io.nacre.runtime.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ParameterSetTest {
  private final LinearModel net = LinearModel.bind(Device.cpu(), 1);
  private final ParameterSet parameters = net.parameters();

  @Test
  void isInOrderOfArguments() {
    List<String> texts = new ArrayList<>();
    parameters.forEach(parameter -> texts.add(parameter.toString()));
    assertEquals(List.of("fc_weight 2 x 3 float32", "fc_bias 2 float32"), texts);
    assertEquals(2, parameters.size());
    assertEquals(8, parameters.count());
    Iterator<Parameter> iterator = parameters.iterator();
    iterator.next();
    assertThrows(UnsupportedOperationException.class, iterator::remove);
  }

  @Test
  void suggestsTheNameThatWasMeant() {
    assertFails(
        NoSuchElementException.class,
        () -> parameters.get("fc_wieght"),
        "Linear has no parameter 'fc_wieght'; did you mean 'fc_weight'?");
    assertFails(
        NoSuchElementException.class,
        () -> parameters.auxiliary("bn_moving_mean"),
        "Linear has no auxiliary state 'bn_moving_mean'; did you mean 'bn_moving_var'?");
    assertEquals("", Names.suggestion("conv1", List.of("fc_bias", "fc_weight")));
    assertEquals(3, Names.distance("kitten", "sitting"));
  }

  @Test
  void hashesEveryBit() {
    String zero = parameters.hash();
    assertEquals(16, zero.length());
    parameters.get("fc_bias").value().set(-0.0, 1);
    String minusZero = parameters.hash();
    assertNotEquals(zero, minusZero);
    parameters.get("fc_bias").value().set(0, 1);
    assertEquals(zero, net.parameters().hash());
    net.parameterArray()[0] = 1;
    assertEquals(zero, parameters.hash(), "padding does not count");
    parameters.get("fc_weight").value().set(Float.MIN_VALUE, 0, 0);
    String first = parameters.hash();
    parameters.get("fc_weight").value().set(0, 0, 0);
    parameters.get("fc_weight").value().set(Float.MIN_VALUE, 0, 1);
    assertNotEquals(first, parameters.hash());
  }

  @Test
  void showsWhatTheGraphHolds() {
    Parameter bias = parameters.get("fc_bias");
    bias.value().set(5, 1);
    assertEquals(5, net.parameterArray()[13]);
    net.gradientArray()[12] = 3;
    assertEquals(3, bias.gradient().get(0));
    assertEquals(DataType.FLOAT32, bias.dataType());
    assertEquals(Shape.of(2), bias.shape());
    assertEquals("fc_bias", bias.name());
  }
}
