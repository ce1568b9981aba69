package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a block of an annotation type: a part of a network that is used like a layer.
///
/// The type's elements are the hyper-parameters of the block; [Sets] says what each sets. The nodes
/// stand in a nested interface that extends [BlockBody], written as in a [Model].
///
/// - A name in the body that is no node of it is an input. Inputs count in the order of their first
///   use, and a use of the block gives them by position, or by name with [As].
/// - The one node that no other node takes is the block's value. With several, [Output] marks those
///   that are values: `@From(value = "stem", output = 1)` takes the second.
/// - An attribute that a hyper-parameter sets is written [BlockBody#PARAM] in the body if it is a
///   number, or left out if it has a default. The written value of any other type is a placeholder.
/// - A body may use other blocks, [Repeat] and [Call]. It has no [Input].
///
/// In a model the block's nodes get the name of its use before their own: `stem_conv`, `stem_relu`.
/// Edges reach them by dotted paths, `@From("stem.conv")`, and messages call them so. A block is
/// checked by itself when it is compiled, and with all shapes wherever it is used; a mistake that
/// appears there is reported at the value of the use from which it comes.
///
/// ```java
/// @Block
/// @interface ConvRelu {
///   @Sets("conv") int filters();
///   @Sets("conv") int[] kernel();
///   @Sets("conv") int[] pad() default 0;
///
///   interface Body extends BlockBody {
///     @Conv(filters = PARAM, kernel = PARAM)  Symbol conv(Symbol data);
///     @Relu                                   Symbol relu(Symbol conv);
///   }
/// }
///
/// @Model
/// interface Net {
///   @Input({3, 32, 32})                                Symbol image();
///   @ConvRelu(filters = 64, kernel = 3, pad = 1)       Symbol stem(Symbol image);
///   @FullyConnected(units = 10)                        Symbol fc(Symbol stem);
/// }
/// ```
///
/// Class files keep neither the names of parameters nor the order of methods, so the compiler
/// writes both beside each block, in a class `<Name>_Nodes`: a block in a library works as it is.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Block {}
