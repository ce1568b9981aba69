package io.nacre.runtime.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nacre.runtime.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Writes safetensors files.
final class SafeTensorsWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SafeTensorsWriter() {}

  static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    if (tensors.containsKey(SafeTensorsJson.METADATA)) {
      throw new IllegalArgumentException("a tensor cannot be called " + SafeTensorsJson.METADATA);
    }
    List<Map.Entry<String, Tensor>> ordered = new ArrayList<>(tensors.entrySet());
    ordered.sort(Comparator.comparingInt(entry -> -entry.getValue().dataType().bytes()));
    byte[] header = header(ordered, metadata);
    FileReplacement.write(
        file,
        output -> {
          output.putLong(header.length);
          output.put(header);
          for (Map.Entry<String, Tensor> entry : ordered) {
            output.put(entry.getValue());
          }
        });
  }

  /// The JSON, padded with spaces to a multiple of 8 bytes.
  private static byte[] header(
      List<Map.Entry<String, Tensor>> tensors, Map<String, String> metadata) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(SafeTensorsJson.METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      long begin = 0;
      for (Map.Entry<String, Tensor> entry : tensors) {
        Tensor tensor = entry.getValue();
        long end = begin + (long) tensor.size() * tensor.dataType().bytes();
        int[] shape = tensor.shape().toInts();
        json.writeObjectFieldStart(entry.getKey());
        json.writeStringField("dtype", SafeTensors.typeName(tensor.dataType()));
        json.writeFieldName("shape");
        json.writeArray(shape, 0, shape.length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {begin, end}, 0, 2);
        json.writeEndObject();
        begin = end;
      }
      json.writeEndObject();
    }
    byte[] text = bytes.toByteArray();
    byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }
}
