package io.nacre.runtime.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Writes the transpose of a matrix, in square blocks as large as a vector is long.
///
/// A block of L rows is transposed by shuffling it log2(L) times: each shuffle interleaves row i
/// with row i + L/2 into the rows 2i and 2i + 1. (On the address (row, column) of an element, a
/// number of 2 log2(L) bits, a shuffle is a rotation by one bit; after log2(L) of them row and
/// column have changed places.) It is the same short loop for every vector length.
public final class FloatTranspose {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  /// How many elements of scratch [#write] needs.
  public static final int SCRATCH = 2 * L * L;

  static {
    FirstCompiler.exclude(FloatTranspose.class);
  }

  private static final FloatVector LOW = interleaved(0);
  private static final FloatVector HIGH = interleaved(L / 2);

  private FloatTranspose() {}

  /// `to[j * toRow + i] = from[i * fromRow + j]` for i < rows, j < columns.
  ///
  /// @param padded how many elements of each row of `to` may be written; those from `rows` on
  ///     become 0
  public static void write(
      int rows, int columns,
      float[] from, int fromAt, int fromRow,
      float[] to, int toAt, int toRow, int padded,
      float[] scratch, int scratchAt) {
    int done = 0;
    if (L > 1 && columns >= L) {
      int wholeColumns = columns - columns % L;
      for (; done + L <= padded && done < rows; done += L) {
        int height = Math.min(L, rows - done);
        for (int j = 0; j < wholeColumns; j += L) {
          int source = fromAt + done * fromRow + j;
          int target = toAt + j * toRow + done;
          block(height, from, source, fromRow, to, target, toRow, scratch, scratchAt);
        }
      }
      int upright = Math.min(done, rows);
      single(0, upright, wholeColumns, columns, from, fromAt, fromRow, to, toAt, toRow);
    }
    int single = Math.min(done, rows);
    single(single, rows, 0, columns, from, fromAt, fromRow, to, toAt, toRow);
    if (padded > rows) {
      for (int j = 0; j < columns; j++) {
        Arrays.fill(to, toAt + j * toRow + rows, toAt + j * toRow + padded, 0);
      }
    }
  }

  /// The rows and columns that fill no block, element by element.
  private static void single(
      int fromI, int toI, int fromJ, int toJ,
      float[] from, int fromAt, int fromRow,
      float[] to, int toAt, int toRow) {
    for (int j = fromJ; j < toJ; j++) {
      for (int i = fromI; i < toI; i++) {
        to[toAt + j * toRow + i] = from[fromAt + i * fromRow + j];
      }
    }
  }

  /// One block of L x L, of which the first `height` rows are there; the others count as 0.
  private static void block(
      int height,
      float[] from, int fromAt, int fromRow,
      float[] to, int toAt, int toRow,
      float[] scratch, int scratchAt) {
    float[] source = from;
    int sourceAt = fromAt;
    int sourceRow = fromRow;
    int spareAt = scratchAt;
    if (height < L) {
      for (int i = 0; i < height; i++) {
        FloatVector.fromArray(S, from, fromAt + i * fromRow).intoArray(scratch, scratchAt + i * L);
      }
      Arrays.fill(scratch, scratchAt + height * L, scratchAt + L * L, 0);
      source = scratch;
      sourceAt = scratchAt;
      sourceRow = L;
      spareAt = scratchAt + L * L;
    }
    for (int left = L; left > 2; left /= 2) {
      shuffle(source, sourceAt, sourceRow, scratch, spareAt, L);
      source = scratch;
      sourceAt = spareAt;
      sourceRow = L;
      spareAt = spareAt == scratchAt ? scratchAt + L * L : scratchAt;
    }
    shuffle(source, sourceAt, sourceRow, to, toAt, toRow);
  }

  private static void shuffle(
      float[] from, int fromAt, int fromRow, float[] to, int toAt, int toRow) {
    for (int i = 0; i < L / 2; i++) {
      FloatVector upper = FloatVector.fromArray(S, from, fromAt + i * fromRow);
      FloatVector lower = FloatVector.fromArray(S, from, fromAt + (i + L / 2) * fromRow);
      LOW.selectFrom(upper, lower).intoArray(to, toAt + 2 * i * toRow);
      HIGH.selectFrom(upper, lower).intoArray(to, toAt + (2 * i + 1) * toRow);
    }
  }

  /// The places of `upper[first], lower[first], upper[first + 1], ...` in two vectors in a row.
  private static FloatVector interleaved(int first) {
    float[] places = new float[L];
    for (int i = 0; i < L; i++) {
      places[i] = first + i / 2 + i % 2 * L;
    }
    return FloatVector.fromArray(S, places, 0);
  }
}
