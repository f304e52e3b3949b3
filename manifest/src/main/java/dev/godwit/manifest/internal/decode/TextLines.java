package dev.godwit.manifest.internal.decode;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;

/// Each line of text as the field `record` of an object.
record TextLines() implements Content {
  @Override
  public Bodies open(InputStream bytes) throws IOException {
    return new Pieces(new Lines(new BufferedReader(Encodings.strict(bytes, "utf-8"))));
  }

  private record Lines(BufferedReader reader) implements Values {
    @Override
    public boolean next(JsonBuffer target) throws IOException {
      String line = reader.readLine();
      if (line == null) {
        return false;
      }
      target.addAscii("{\"record\":");
      JsonWriter.write(line, target);
      target.add((byte) '}');
      return true;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
