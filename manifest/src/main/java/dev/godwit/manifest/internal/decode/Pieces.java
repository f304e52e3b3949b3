package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Gathers values into documents of a quarter of a megabyte, or of one value where that is longer.
/// A failure waits until the values before it were handed out.
final class Pieces implements Bodies {
  private static final int ENOUGH = 256 * 1024;

  private final Values values;
  private final JsonBuffer buffer = new JsonBuffer(ENOUGH / 16);
  private @Nullable GodwitException failure;
  private boolean ended;

  Pieces(Values values) {
    this.values = values;
  }

  @Override
  public @Nullable Body next() {
    if (!ended) {
      fill();
      if (buffer.length() > 0) {
        buffer.add((byte) ']');
        return new Body(buffer.toBytes());
      }
    }
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  private void fill() {
    buffer.clear();
    int written = 0;
    try {
      while (written < ENOUGH) {
        buffer.add((byte) (written == 0 ? '[' : ','));
        if (!values.next(buffer)) {
          ended = true;
          break;
        }
        written = buffer.length();
      }
    } catch (GodwitException e) {
      fail(e);
    } catch (IOException e) {
      fail(Undecodable.because(e));
    }
    buffer.truncate(written);
  }

  private void fail(GodwitException e) {
    failure = e;
    ended = true;
  }

  @Override
  public void close() {
    try {
      values.close();
    } catch (IOException e) {
      throw Undecodable.because(e);
    }
  }
}
