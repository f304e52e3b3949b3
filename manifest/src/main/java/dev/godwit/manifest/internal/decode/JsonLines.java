package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonCheck;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One JSON value a line. Lines that are no JSON are left out, as in the reference.
record JsonLines(Log log) implements Content {
  @Override
  public Bodies open(InputStream bytes) {
    return new Pieces(new Lines(new ByteLines(bytes), log));
  }

  private static final class Lines implements Values {
    private final ByteLines lines;
    private final Log log;
    private final JsonCheck check = new JsonCheck();
    private boolean complained;

    Lines(ByteLines lines, Log log) {
      this.lines = lines;
      this.log = log;
    }

    @Override
    public boolean next(JsonBuffer target) throws IOException {
      while (lines.next()) {
        if (check.passes(lines.page(), lines.start(), lines.end())) {
          target.add(lines.page(), lines.start(), lines.end());
          return true;
        }
        if (addLenient(target)) {
          return true;
        }
        complain();
      }
      return false;
    }

    private boolean addLenient(JsonBuffer target) throws IOException {
      int length = lines.end() - lines.start();
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(lines.page(), lines.start(), length));
      try {
        JsonWriter.write(
            JsonParser.LENIENT.parse(lines.page(), lines.start(), lines.end()), target);
        return true;
      } catch (GodwitException notJson) {
        return false;
      }
    }

    private void complain() {
      if (!complained) {
        complained = true;
        log.warn("Lines of an answer that are no JSON are left out.");
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
