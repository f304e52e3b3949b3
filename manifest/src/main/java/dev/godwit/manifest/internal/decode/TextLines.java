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

  private static final class Lines implements Values {
    private final BufferedReader reader;
    private final StringBuilder line = new StringBuilder();
    private boolean afterReturn;

    Lines(BufferedReader reader) {
      this.reader = reader;
    }

    @Override
    public boolean next(JsonBuffer target) throws IOException {
      int c = reader.read();
      if (afterReturn && c == '\n') {
        c = reader.read();
      }
      if (c < 0) {
        return false;
      }
      line.setLength(0);
      while (c >= 0 && c != '\n' && c != '\r') {
        if (line.length() > Undecodable.LONGEST) {
          throw Undecodable.tooLong();
        }
        line.append((char) c);
        c = reader.read();
      }
      afterReturn = c == '\r';
      target.addAscii("{\"record\":");
      JsonWriter.write(line.toString(), target);
      target.add((byte) '}');
      return true;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
