package com.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A layer that two classes claim to be.
@LayerType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Twice {}
