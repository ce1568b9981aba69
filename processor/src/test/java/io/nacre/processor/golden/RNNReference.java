package io.nacre.processor.golden;

import java.util.ArrayList;
import java.util.List;

/// Recurrent layers, number by number, from the formulas of the annotation's documentation.
///
/// @param lengths null if all sequences have full length
/// @param min the least cell state; max the greatest
record RNNReference(
    String mode, int size, int layers, int directions, double[] lengths, double min, double max) {

  /// The output, the last states, and the last cell states of an LSTM.
  List<Box> run(Box data, double[] parameters, Box state, Box cellState) {
    Box x = data;
    List<Box> hidden = new ArrayList<>();
    List<Box> cells = new ArrayList<>();
    int weights = 0;
    int biases = parameters.length - layers * directions * 2 * gates() * size;
    for (int layer = 0; layer < layers; layer++) {
      List<Box> outputs = new ArrayList<>();
      for (int direction = 0; direction < directions; direction++) {
        int index = layer * directions + direction;
        Cell cell = new Cell(parameters, weights, biases, x.size(2));
        outputs.add(walk(cell, x, direction == 1, at(state, index), at(cellState, index)));
        hidden.add(cell.hidden);
        cells.add(cell.cells);
        weights += gates() * size * (x.size(2) + size);
        biases += 2 * gates() * size;
      }
      x =
          Box.of(
              new int[] {x.size(0), x.size(1), size * directions},
              at -> outputs.get(at[2] / size).at(at[0], at[1], at[2] % size));
    }
    List<Box> all = new ArrayList<>(List.of(x, stacked(hidden)));
    if (mode.equals("LSTM")) {
      all.add(stacked(cells));
    }
    return all;
  }

  private int gates() {
    return mode.equals("LSTM") ? 4 : mode.equals("GRU") ? 3 : 1;
  }

  private static Box at(Box box, int index) {
    return box == null
        ? null
        : Box.of(new int[] {box.size(1), box.size(2)}, at -> box.at(index, at[0], at[1]));
  }

  private static Box stacked(List<Box> boxes) {
    Box first = boxes.getFirst();
    return Box.of(
        new int[] {boxes.size(), first.size(0), first.size(1)},
        at -> boxes.get(at[0]).at(at[1], at[2]));
  }

  private Box walk(Cell cell, Box x, boolean backwards, Box hidden, Box cells) {
    int steps = x.size(0);
    int batch = x.size(1);
    Box y = Box.of(new int[] {steps, batch, size}, at -> 0);
    cell.hidden = Box.of(hidden.sizes(), hidden::at);
    cell.cells = cells == null ? null : Box.of(cells.sizes(), cells::at);
    for (int n = 0; n < batch; n++) {
      int length = lengths == null ? steps : (int) Math.min(steps, lengths[n]);
      for (int step = 0; step < length; step++) {
        int t = backwards ? length - 1 - step : step;
        cell.step(x, t, n);
        System.arraycopy(cell.hidden.values(), n * size, y.values(), (t * batch + n) * size, size);
      }
    }
    return y;
  }

  private final class Cell {
    private final double[] parameters;
    private final int weights;
    private final int biases;
    private final int width;
    private Box hidden;
    private Box cells;

    private Cell(double[] parameters, int weights, int biases, int width) {
      this.parameters = parameters;
      this.weights = weights;
      this.biases = biases;
      this.width = width;
    }

    /// What row `row` of the weights makes of what is read.
    private double read(Box x, int t, int n, int row) {
      double sum = parameters[biases + row];
      for (int i = 0; i < width; i++) {
        sum += parameters[weights + row * width + i] * x.at(t, n, i);
      }
      return sum;
    }

    /// What row `row` of the weights makes of the state.
    private double state(double[] before, int row) {
      int rows = gates() * size;
      double sum = parameters[biases + rows + row];
      for (int i = 0; i < size; i++) {
        sum += parameters[weights + rows * width + row * size + i] * before[i];
      }
      return sum;
    }

    private void step(Box x, int t, int n) {
      double[] before = new double[size];
      System.arraycopy(hidden.values(), n * size, before, 0, size);
      for (int k = 0; k < size; k++) {
        double[] sums = new double[gates()];
        for (int gate = 0; gate < gates(); gate++) {
          sums[gate] = read(x, t, n, gate * size + k) + state(before, gate * size + k);
        }
        int at = n * size + k;
        hidden.values()[at] =
            switch (mode) {
              case "RNN_RELU" -> Math.max(sums[0], 0);
              case "RNN_TANH" -> Math.tanh(sums[0]);
              case "LSTM" -> {
                double cell =
                    logistic(sums[1]) * cells.values()[at] + logistic(sums[0]) * Math.tanh(sums[2]);
                cells.values()[at] = Math.max(min, Math.min(cell, max));
                yield logistic(sums[3]) * Math.tanh(cells.values()[at]);
              }
              case "GRU" -> {
                double update = logistic(sums[1]);
                double candidate =
                    Math.tanh(
                        read(x, t, n, 2 * size + k)
                            + logistic(sums[0]) * state(before, 2 * size + k));
                yield (1 - update) * candidate + update * before[k];
              }
              default -> throw new IllegalStateException(mode);
            };
      }
    }

    private static double logistic(double x) {
      return 1 / (1 + Math.exp(-x));
    }
  }
}
