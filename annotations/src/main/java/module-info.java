/// The vocabulary of a Nacre model: [Model][io.nacre.annotations.Model],
/// [Symbol][io.nacre.annotations.Symbol] and one annotation for each kind of node and layer.
module io.nacre.annotations {
  exports io.nacre.annotations;
}
