package com.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A layer that reports what it reads, with attributes of each type.
@LayerType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Report {
  int number() default 7;

  double factor() default 0.5;

  boolean flag() default true;

  String text() default "a";

  Kind kind() default Kind.SMALL;

  Class<?> type() default String.class;

  int[] numbers() default {1, 2};

  double[] factors() default {};

  boolean[] flags() default {true, false};

  String[] texts() default "b";

  Kind[] kinds() default {Kind.LARGE, Kind.SMALL};

  Class<?>[] types() default {int.class, String.class};

  /// One of two.
  enum Kind {
    SMALL,
    LARGE
  }
}
