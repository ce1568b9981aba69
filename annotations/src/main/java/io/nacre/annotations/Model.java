package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a neural network of an interface or an abstract class.
///
/// Each abstract method is a node of the network and carries one annotation that says which. The
/// method's name is the node's name; each parameter's name is the name of the node from which the
/// edge comes ([From] and [As] say what names cannot). Inputs, labels, variables and parameters
/// are methods without parameters. The order of the methods has no meaning for the edges.
///
/// A model may extend others, and other types that declare nodes: it has their nodes, in their order,
/// before its own. A method that it declares again replaces the inherited node, in its place; it
/// takes as many edges. What two parents declare differently, the model declares itself.
///
/// The compiler infers and checks every shape and type, derives the gradient, plans the memory and
/// writes the class `<Name>Graph` into the same package. A mistake in the model is a compile error
/// at the annotation value that is wrong.
///
/// ```java
/// @Model
/// interface Mlp {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @Relu                         Symbol relu1(Symbol fc1);
///   @FullyConnected(units = 10)   Symbol fc2(Symbol relu1);
///   @SoftmaxOutput                Symbol out(Symbol fc2);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Model {
  /// The batch size N, if it is fixed.
  ///
  /// The default 0 leaves N open: the model is checked for every N, and `bind` takes one. Any
  /// other value must be at least 1; N is then that number everywhere, and `bind` takes no batch
  /// size.
  int batch() default 0;

  /// The most memory that the network may need, such as `"64MB"`.
  ///
  /// The default, the empty string, sets no limit. A limit needs [#batch()], because only then the
  /// size is known; it is a compile error if training needs more.
  String memory() default "";

  /// Whether the class has `layers()`, which gives the value that each layer computed in the last
  /// `forward`: MXNet's `get_internals`.
  ///
  /// By default it has not, because then values can share memory, and those that only one other
  /// needs are never stored. With `layers = true` training takes the memory of all of them, which
  /// `trainingBytes` tells; the results are the same bits. It says nothing for a model that calls
  /// or extends this one.
  boolean layers() default false;
}
