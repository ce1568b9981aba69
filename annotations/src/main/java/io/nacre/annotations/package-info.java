/// The annotations that describe a neural network.
///
/// A network is an interface marked [Model]. Each abstract method is a node: its name is the
/// node's name, its annotation says what the node is, and each of its parameters names another
/// method, from which an edge comes.
///
/// ```java
/// @Model
/// interface LeNet {
///   @Input({1, 28, 28})                 Symbol data();
///   @Conv(filters = 20, kernel = 5)     Symbol conv1(Symbol data);
///   @Tanh                               Symbol tanh1(Symbol conv1);
///   @MaxPool(kernel = 2, stride = 2)    Symbol pool1(Symbol tanh1);
///   @FullyConnected(units = 10)         Symbol fc1(Symbol pool1);
///   @SoftmaxOutput                      Symbol out(Symbol fc1);
/// }
/// ```
///
/// The compiler checks all shapes and types and writes `LeNetGraph` beside the interface.
///
/// | nodes | annotations |
/// | --- | --- |
/// | leaves | [Input], [Label], [Variable], [Parameter] |
/// | layers | [Conv], [FullyConnected], [Pooling], [Flatten], [Activation] |
/// | poolings | [MaxPool], [AvgPool], [SumPool], [LpPool] |
/// | activations | [Relu], [Sigmoid], [Tanh], [SoftRelu], [SoftSign] |
/// | leaky rectifiers | [LeakyRelu], [Elu], [Selu], [Gelu], [PRelu] |
/// | softmax | [Softmax], [LogSoftmax], [Softmin], [SoftmaxActivation] |
/// | normalizations | [LayerNorm], [InstanceNorm], [GroupNorm], [L2Normalization], [LRN] |
/// | arithmetic | [Plus], [Minus], [Times], [Div], [AddN] |
/// | reductions | [Sum], [Mean], [Max], [Min], [Prod], [NanSum], [NanProd], [Norm] |
/// | places | [ArgMax], [ArgMin], [ArgMaxChannel] |
/// | losses | [SoftmaxOutput], [LinearRegressionOutput], [LogisticRegressionOutput] |
/// | | [MAERegressionOutput], [SVMOutput], [SoftmaxCrossEntropy], [MakeLoss] |
/// | gradients | [BlockGrad] |
/// | edges and heads | [From], [As], [Weight], [Bias], [Output] |
/// | MXNet's names | [Name], [Import] |
/// | parts used again | [Block], [BlockBody], [Sets], [Repeat], [Call] |
///
/// In all descriptions N is the batch size, C the number of channels, and D, H and W are depth,
/// height and width. A shape is written `N x C x H x W`, the outermost axis first. `dy` is the
/// gradient that arrives at a node's output, `dx` the one that the node hands to its input.
/// Operators compute what the operators of MXNet 1.9.1 compute, whose names stand with them.
package io.nacre.annotations;
