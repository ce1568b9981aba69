package io.nacre.processor.read;

import java.util.List;

/// What is special about a node that stands inside a block or a called model, is a copy of a
/// repeated node, or has another name for MXNet than its method.
///
/// @param path what messages call it: `in3a.c1x1.conv`
/// @param blocks the uses in which it stands, from the outside in: `in3a` and `c1x1`
/// @param use the node of the model itself in which it stands: `in3a`
/// @param weights the node after which its implied weights are named: itself, unless a call
///     shares the weights of another
/// @param visible whether it can be a head of the whole model
/// @param argument whether it is an input of a called model
public record InnerNode(
    String path,
    List<String> blocks,
    String use,
    String weights,
    boolean visible,
    boolean argument) {
  public InnerNode {
    blocks = List.copyOf(blocks);
  }
}
