package com.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A layer that fails where it is told to.
@LayerType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Fragile {
  /// `infer`, or a word for something else that goes wrong.
  String value();
}
