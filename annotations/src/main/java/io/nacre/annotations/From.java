package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which node an edge comes from, when the parameter's own name cannot.
///
/// A parameter's name is otherwise the name of the node. Java allows a name only once in a list of
/// parameters, so `a * a` needs it; so does every output of a node but the first, and so does a
/// node inside a block or a called model, by its dotted path: `@From("stem.conv")`. The parameter
/// may then have any name. It may stand beside [As].
///
/// ```java
/// @Model
/// interface Square {
///   @Input(10)  Symbol a();
///   @Times      Symbol b(Symbol a, @From("a") Symbol a2);   // a * a
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface From {
  /// The name of the node: of a method of this model, or the path of a node inside one.
  String value();

  /// Which of the node's outputs, or of the values of a block or a call, counted from 0. The default
  /// is 0, the only one of most nodes.
  int output() default 0;
}
