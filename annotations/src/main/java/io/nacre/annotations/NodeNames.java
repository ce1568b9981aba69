package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Keeps what class files lose: the order of a model's or block's nodes, and the names of their
/// parameters, which are the edges.
///
/// The compiler writes it on a class `<Name>_Nodes` beside each [Model] and each [Block], and reads it
/// when another compilation calls, extends or uses them. It is not written by hand.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface NodeNames {
  /// One line a node, in the order of the source: `conv1(data)`, `sum(conv1, shortcut)`.
  String[] value();
}
