package io.nacre.runtime.files;

import io.nacre.runtime.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Writes `.params` files, in V2; see [ParamsScanner].
final class ParamsWriter {
  private static final int V2 = 0xF993FAC9;
  private static final int CPU = 1;

  private ParamsWriter() {}

  static void write(Path file, Map<String, Tensor> tensors) throws IOException {
    tensors.forEach(
        (name, tensor) -> {
          if (tensor.shape().rank() == 0) {
            throw new IllegalArgumentException(
                "a .params file cannot store %s, which has no axes; make it of shape 1"
                    .formatted(name));
          }
        });
    FileReplacement.write(
        file,
        output -> {
          output.putLong(0x112);
          output.putLong(0);
          output.putLong(tensors.size());
          for (Tensor tensor : tensors.values()) {
            write(output, tensor);
          }
          output.putLong(tensors.size());
          for (String name : tensors.keySet()) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            output.putLong(bytes.length);
            output.put(bytes);
          }
        });
  }

  private static void write(FileReplacement output, Tensor tensor) throws IOException {
    output.putInt(V2);
    output.putInt(0); // dense
    int[] shape = tensor.shape().toInts();
    output.putInt(shape.length);
    for (int dim : shape) {
      output.putLong(dim);
    }
    output.putInt(CPU);
    output.putInt(0);
    output.putInt(ParamsType.valueOf(tensor.dataType().name()).ordinal());
    output.put(tensor);
  }
}
