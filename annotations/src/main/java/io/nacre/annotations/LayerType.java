package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an annotation type as a layer of a library: what it means is said by a class in a jar on
/// the annotation processor path, which implements `io.nacre.processor.layer.Layer` and is listed
/// in `META-INF/services/io.nacre.processor.layer.Layer`.
///
/// ```java
/// @LayerType("com.example:example-layers")
/// @Retention(RetentionPolicy.CLASS)
/// @Target(ElementType.METHOD)
/// public @interface RMSNorm {
///   double eps() default 1e-6;
/// }
///
/// @RMSNorm Symbol norm(Symbol fc);   // in a model; makes norm_gamma
/// ```
///
/// The annotation type is in a package, and class files keep its uses: its retention is `CLASS`,
/// which is the default, or `RUNTIME`. Its attributes are of the types `int`, `double`, `boolean`,
/// `String`, `Class`, an enum, and arrays of these. A model with such a layer has no MXNet JSON.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface LayerType {
  /// The artifact that has the layer's class, for messages to those who lack it:
  /// `groupId:artifactId`. By default messages name none.
  String value() default "";
}
