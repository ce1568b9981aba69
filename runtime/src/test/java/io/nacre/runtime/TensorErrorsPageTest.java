package io.nacre.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What `docs/training.md` says that wrong uses of tensors say.
class TensorErrorsPageTest {
  private static final Tensor A = Tensor.of(new float[6], 2, 3);
  private static final Tensor B = Tensor.of(new float[6], 3, 2);
  private static final Tensor C = Tensor.of(new float[6], 2, 3);
  private static final Tensor ROW = Tensor.of(new float[3], 3);
  private static final Tensor WHOLE = Tensor.of(new int[6], 2, 3);

  private static Map<String, Executable> attempts() {
    Map<String, Executable> attempts = new LinkedHashMap<>();
    attempts.put("a.plus(b)", () -> A.plus(B));
    attempts.put("a.plus(row)", () -> A.plus(ROW));
    attempts.put("a.times(whole)", () -> A.times(WHOLE));
    attempts.put("whole.sum()", WHOLE::sum);
    attempts.put("a.matmul(c)", () -> A.matmul(C));
    attempts.put("a.reshape(4, 2)", () -> A.reshape(4, 2));
    attempts.put("a.sum(2)", () -> A.sum(2));
    attempts.put("a.slice(0, 1, 3)", () -> A.slice(0, 1, 3));
    attempts.put("a.broadcastTo(4, 3)", () -> A.broadcastTo(4, 3));
    attempts.put("Tensor.of(new float[5], 2, 3)", () -> Tensor.of(new float[5], 2, 3));
    attempts.put("a.set(new float[5])", () -> A.set(new float[5]));
    attempts.put("a.get(1, 3)", () -> A.get(1, 3));
    return attempts;
  }

  @Test
  void saysWhatThePageSays() throws IOException {
    String page = Files.readString(Path.of("../docs/training.md"));
    String section = page.substring(page.indexOf("## Tensors"), page.indexOf("## Files"));
    Matcher row = Pattern.compile("(?m)^\\| `(.*)` \\| `(.*)` \\|$").matcher(section);
    Map<String, String> shown = new LinkedHashMap<>();
    while (row.find()) {
      shown.put(row.group(1), row.group(2));
    }
    Map<String, String> said = new LinkedHashMap<>();
    attempts()
        .forEach(
            (call, attempt) ->
                said.put(call, assertThrows(RuntimeException.class, attempt).getMessage()));
    assertEquals(shown, said);
  }

  /// The advice is right: what it names fits.
  @Test
  void whatIsAdvisedFits() {
    assertEquals(A.shape(), A.plus(ROW.broadcastTo(2, 3)).shape());
    assertEquals(Shape.of(2, 2), A.matmul(C.transpose()).shape());
    String other = assertThrows(RuntimeException.class, () -> ROW.plus(A)).getMessage();
    assertEquals("plus needs equal shapes, not 3 and 2 x 3; x.broadcastTo(2, 3) repeats it", other);
    String open = assertThrows(RuntimeException.class, () -> A.reshape(4, -1)).getMessage();
    assertEquals(
        "reshape of 2 x 3, which has 6 numbers, to [4, -1]: -1 does not come out whole", open);
  }
}
