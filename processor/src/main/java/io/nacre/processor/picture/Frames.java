package io.nacre.processor.picture;

import io.nacre.processor.picture.Picture.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The nodes of a picture by the blocks that they are in: a frame with nodes, and frames within.
///
/// @param name the block's; empty for the whole picture
/// @param nodes places in [Picture#nodes]
record Frames(String name, List<Integer> nodes, Map<String, Frames> inner) {

  static Frames of(Picture picture) {
    Frames whole = named("");
    for (int i = 0; i < picture.nodes().size(); i++) {
      Node node = picture.nodes().get(i);
      Frames frame = whole;
      for (String block : node.blocks()) {
        frame = frame.inner().computeIfAbsent(block, Frames::named);
      }
      frame.nodes().add(i);
    }
    return whole;
  }

  private static Frames named(String name) {
    return new Frames(name, new ArrayList<>(), new LinkedHashMap<>());
  }
}
