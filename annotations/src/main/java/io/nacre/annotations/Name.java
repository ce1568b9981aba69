package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a node another name for MXNet, such as one that Java cannot spell.
///
/// MXNet's listings, symbol JSON, weight files, tables and pictures say this name, and so do the
/// names that follow from it: `conv-1_weight`, `conv-1_output`. In Java the node keeps the name of
/// its method: edges, [From], the methods and types of the generated class, and messages say that.
///
/// ```java
/// @Model
/// interface Small {
///   @Input(784) @Name("Previos Output")        Symbol data();
///   @FullyConnected(units = 10) @Name("fc-1")  Symbol fc1(Symbol data);   // fc-1_weight
///   @SoftmaxOutput @Name("stage1/%s")          Symbol out(Symbol fc1);    // stage1/out
/// }
/// ```
///
/// What `%s` stands for depends on where the node is declared:
///
/// | in | `%s` is | written | name |
/// | --- | --- | --- | --- |
/// | a model | its own name in Java | `@Name("a/%s") fc` | `a/fc` |
/// | a model, with [Repeat] | that of each copy | `@Name("a/%s") fc` | `a/fc1`, `a/fc2` |
/// | the body of a block | the name of the use | `@Name("conv_%s") c` in `stem` | `conv_stem` |
///
/// Without `%s` the name goes where the method's name would go. The copies of a repeated node get
/// their numbers or their prefix: `@Repeat(2) @Name("a-b")` makes `a-b1` and `a-b2`. A node in a
/// body or in a called model gets the name of the use before its own: `stem_a-b`. What is inside a
/// use that has this annotation begins with the name that it gives: `@ConvBnRelu(...) @Name("3a")`
/// makes `3a_conv`. A body whose names have `%s` names its nodes as the functions of MXNet's
/// examples do:
///
/// ```java
/// @Block
/// @interface ConvFactory {
///   @Sets("conv") int filters();
///   @Sets("conv") int[] kernel();
///
///   interface Body extends BlockBody {
///     @Conv(filters = PARAM, kernel = PARAM) @Name("conv_%s")  Symbol conv(Symbol data);
///     @BatchNorm @Name("bn_%s")                                Symbol bn(Symbol conv);
///     @Relu @Name("relu_%s")                                   Symbol relu(Symbol bn);
///   }
/// }
///
/// @ConvFactory(filters = 64, kernel = 1) @Name("3a_1x1")
/// Symbol in3a(Symbol data);                          // conv_3a_1x1, bn_3a_1x1, relu_3a_1x1
/// ```
///
/// In a model with [Import] it says which of the file's variables a method declares, and the class
/// then calls that variable as the method: `@Input(784) @Name("Previos Output") Symbol data();`
///
/// Errors: `BadName` for a name that is empty, that has control characters, or with more than one
/// `%s` or another `%`; `NameClash` if two nodes, or the variables that layers make, get one name.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Name {
  /// The name, with at most one `%s`; `%%` stands for one `%`.
  String value();
}
