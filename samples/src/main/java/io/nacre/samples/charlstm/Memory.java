package io.nacre.samples.charlstm;

import io.nacre.samples.charlstm.CharLstmGraph.Cell;
import io.nacre.samples.charlstm.CharLstmGraph.Heads;
import io.nacre.samples.charlstm.CharLstmGraph.State;

/// What the network remembers of the texts so far: the states that the next window begins with.
final class Memory {
  /// How many numbers a state and a cell state have for each text.
  static final int SIZE = 128;

  private float[] state;
  private float[] cell;

  /// Of so many texts that have not begun: 0.
  Memory(int texts) {
    state = new float[texts * SIZE];
    cell = new float[texts * SIZE];
  }

  State state() {
    return State.of(state);
  }

  Cell cell() {
    return Cell.of(cell);
  }

  /// Goes on from the end of a window.
  void keep(Heads heads) {
    state = heads.lastState().toFloats();
    cell = heads.lastCell().toFloats();
  }
}
