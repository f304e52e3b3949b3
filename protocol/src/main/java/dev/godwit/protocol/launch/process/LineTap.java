package dev.godwit.protocol.launch.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts a stream into lines of bounded length, in bounded memory.
public final class LineTap {
  /// Characters of a line that are kept; the rest is passed over.
  public static final int LONGEST = 2_000;

  private static final int CHUNK = 8_192;

  private final Consumer<String> lines;
  private final byte[] line = new byte[LONGEST];
  private int length;
  private boolean cut;

  /// @param lines gets each line that is not blank; must not throw
  public LineTap(Consumer<String> lines) {
    this.lines = lines;
  }

  /// Reads a stream to its end. A stream that breaks has ended.
  public void drain(InputStream from) {
    byte[] chunk = new byte[CHUNK];
    try (from) {
      for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
        take(chunk, read);
      }
    } catch (IOException e) {
      cut |= length > 0;
    }
    end();
  }

  private void take(byte[] chunk, int count) {
    for (int i = 0; i < count; i++) {
      byte each = chunk[i];
      if (each == '\n' || each == '\r') {
        end();
      } else if (length < line.length) {
        line[length++] = each;
      } else {
        cut = true;
      }
    }
  }

  private void end() {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    if (!text.isBlank()) {
      lines.accept(cut ? text + "…" : text.stripTrailing());
    }
    length = 0;
    cut = false;
  }
}
