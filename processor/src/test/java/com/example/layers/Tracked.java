package com.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A layer with everything that a layer can have: a parameter, a state, a label, two outputs, a
/// loss, and other numbers for training than for prediction.
@LayerType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tracked {
  double momentum() default 0.5;
}
