package com.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A layer whose class is nowhere.
@LayerType("com.example:example-layers")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Lonely {
  int units() default 3;
}
