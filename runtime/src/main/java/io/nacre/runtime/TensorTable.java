package io.nacre.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Writes a tensor as NumPy prints an array: a line for each row, with columns that stand one under
/// the other.
final class TensorTable {
  /// Up to this many numbers are all shown.
  private static final int ALL = 1000;

  /// How many entries are shown at either end of a shortened axis.
  private static final int EDGE = 3;

  private static final int DECIMALS = 8;
  private static final int COLUMNS = 75;

  private final Tensor tensor;
  private final boolean shortened;
  private final List<Integer> shown = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Cells cells;

  private TensorTable(Tensor tensor) {
    this.tensor = tensor;
    shortened = tensor.size() > ALL;
  }

  static String of(Tensor tensor) {
    TensorTable table = new TensorTable(tensor);
    table.collect(0, 0, tensor.size());
    table.cells = new Cells(tensor, table.shown);
    table.write(0, 0, tensor.size());
    return table.text.toString();
  }

  /// Finds the numbers that are shown among the `size` from `position` on, an entry of axis - 1.
  private void collect(int axis, int position, int size) {
    if (axis == tensor.shape().rank()) {
      shown.add(position);
      return;
    }
    int inner = size / tensor.shape().dim(axis);
    for (int i : entries(axis)) {
      if (i >= 0) {
        collect(axis + 1, position + i * inner, inner);
      }
    }
  }

  private void write(int axis, int position, int size) {
    int rank = tensor.shape().rank();
    if (axis == rank) {
      text.append(cells.text(position));
      return;
    }
    int inner = size / tensor.shape().dim(axis);
    text.append('[');
    int start = text.length();
    boolean first = true;
    for (int i : entries(axis)) {
      if (!first) {
        separate(axis, start);
      }
      first = false;
      if (i < 0) {
        text.append("...");
      } else {
        write(axis + 1, position + i * inner, inner);
      }
    }
    text.append(']');
  }

  /// What stands between two entries of an axis: a space in a row, unless the line is full; between
  /// rows a new line, and an empty one more for each further axis.
  private void separate(int axis, int start) {
    int rank = tensor.shape().rank();
    if (axis == rank - 1) {
      int column = text.length() - (text.lastIndexOf("\n") + 1);
      if (column + 1 + cells.width + rank <= COLUMNS) {
        text.append(' ');
      } else {
        text.append('\n').append(" ".repeat(rank));
      }
    } else {
      text.append("\n".repeat(rank - 1 - axis)).append(" ".repeat(axis + 1));
    }
  }

  /// The entries of an axis that are shown; -1 stands for those that are not.
  private int[] entries(int axis) {
    int dim = tensor.shape().dim(axis);
    boolean all = !shortened || dim <= 2 * EDGE;
    int[] entries = new int[all ? dim : 2 * EDGE + 1];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = all || i < EDGE ? i : i == EDGE ? -1 : dim - entries.length + i;
    }
    return entries;
  }

  /// How numbers are written so that all are equally wide.
  private static final class Cells {
    private final Tensor tensor;
    private final boolean whole;
    private final boolean single;
    private final boolean scientific;
    private int digits;
    private int decimals;
    final int width;

    Cells(Tensor tensor, List<Integer> shown) {
      this.tensor = tensor;
      whole = !tensor.dataType().isFloat();
      single = tensor.dataType() != DataType.FLOAT64;
      if (whole) {
        scientific = false;
        width = shown.stream().mapToInt(at -> tensor.textAt(at).length()).max().orElse(0);
        return;
      }
      List<Double> values = shown.stream().map(tensor::at).toList();
      double most = 0;
      double least = Double.POSITIVE_INFINITY;
      for (double value : values) {
        if (Double.isFinite(value) && value != 0) {
          most = Math.max(most, Math.abs(value));
          least = Math.min(least, Math.abs(value));
        }
      }
      scientific = most >= 1e8 || most > 0 && (least < 1e-4 || most / least > 1000);
      int others = 0;
      for (double value : values) {
        if (!Double.isFinite(value)) {
          others = Math.max(others, other(value).length());
          continue;
        }
        String text = shortest(value);
        int point = text.indexOf('.');
        digits = Math.max(digits, point);
        int end = scientific ? text.indexOf('e') : text.length();
        decimals = Math.max(decimals, end - point - 1);
      }
      int exponent = 0;
      for (double value : values) {
        if (scientific && Double.isFinite(value)) {
          exponent = Math.max(exponent, shortest(value).length() - shortest(value).indexOf('e'));
        }
      }
      width = Math.max(others, values.isEmpty() ? 0 : digits + 1 + decimals + exponent);
    }

    String text(int position) {
      return whole ? pad(tensor.textAt(position)) : text(tensor.at(position));
    }

    private String text(double value) {
      if (!Double.isFinite(value)) {
        return pad(other(value));
      }
      String text = shortest(value);
      int end = scientific ? text.indexOf('e') : text.length();
      int missing = decimals - (end - text.indexOf('.') - 1);
      String filler = (scientific ? "0" : " ").repeat(missing);
      return pad(text.substring(0, end) + filler + text.substring(end));
    }

    private String pad(String text) {
      return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String other(double value) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    /// As few digits as tell the number, at most 8 behind the point: `1.`, `0.5`, `2.5e-05`.
    private String shortest(double value) {
      String exact = single ? Float.toString((float) value) : Double.toString(value);
      BigDecimal decimal = new BigDecimal(exact);
      String sign = exact.startsWith("-") ? "-" : "";
      if (!scientific) {
        return sign + plain(decimal.abs().setScale(DECIMALS, RoundingMode.HALF_EVEN));
      }
      int exponent = value == 0 ? 0 : decimal.precision() - decimal.scale() - 1;
      BigDecimal mantissa = decimal.abs().movePointLeft(exponent);
      mantissa = mantissa.setScale(DECIMALS, RoundingMode.HALF_EVEN);
      if (mantissa.compareTo(BigDecimal.TEN) >= 0) {
        mantissa = mantissa.movePointLeft(1);
        exponent++;
      }
      return "%s%se%s%02d"
          .formatted(sign, plain(mantissa), exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static String plain(BigDecimal decimal) {
      String text = decimal.toPlainString();
      int end = text.length();
      while (text.charAt(end - 1) == '0') {
        end--;
      }
      return text.substring(0, end);
    }
  }
}
