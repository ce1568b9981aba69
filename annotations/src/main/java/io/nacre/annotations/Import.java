package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the network from a file: a symbol file of Apache MXNet, `NAME-symbol.json`.
///
/// The model declares what the file leaves open: the shapes of its inputs, by methods named after the
/// file's variables. Everything else comes from the file, and goes through the same checks and into
/// the same kind of class as a model that is written out.
///
/// ```java
/// @Model
/// @Import("lenet-symbol.json")
/// interface LeNet {
///   @Input({1, 28, 28})  Symbol data();
/// }
/// ```
///
/// A variable of the file that is not declared is a parameter, a label or an auxiliary state where an
/// operator takes it as one (`weight`, `label`, `moving_mean`), and else an input whose shape must
/// follow from its use. To train another variable, or to fix its shape or type, declare it:
/// `@Parameter({10}) Symbol scale();`. A model with `@Import` declares variables only.
///
/// Names that Java cannot spell are respelt: each letter that is not allowed becomes `_`, so
/// `conv-1.weight` is `conv_1_weight`. In files and listings they keep their own names. A variable
/// that is declared may have any name in Java: `@Input(784) @Name("Previos Output") Symbol data();`.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Import {
  /// The file, relative to the folder of the model's source file; or to the folder given by the
  /// processor's option `-Anacre.models=FOLDER`, which some compilers need.
  String value();
}
