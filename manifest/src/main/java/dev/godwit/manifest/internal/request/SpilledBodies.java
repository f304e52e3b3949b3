package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.http.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bodies of answers in a temporary file that only its owner may read, and that goes away with the
/// source. Where the disk fails, bodies are simply not kept. Guarded by the cache's lock.
final class SpilledBodies implements AutoCloseable {
  private @Nullable FileChannel file;
  private long end;
  private boolean closed;

  /// Where the body of an answer lies; the rest of the answer is kept here.
  record Place(int status, Map<String, String> headers, String url, long begin, int length) {}

  /// Writes a body; null where that fails.
  @Nullable Place write(Response response) {
    byte[] body = response.body();
    try {
      FileChannel open = open();
      if (open == null) {
        return null;
      }
      ByteBuffer left = ByteBuffer.wrap(body);
      long begin = end;
      while (left.hasRemaining()) {
        end += open.write(left, end);
      }
      return new Place(response.status(), response.headers(), response.url(), begin, body.length);
    } catch (IOException diskTrouble) {
      close();
      return null;
    }
  }

  private @Nullable FileChannel open() throws IOException {
    if (file == null && !closed) {
      // Created with mode 0600 where the file system knows modes.
      Path path = Files.createTempFile("godwit-answers", ".tmp");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return file;
  }

  /// Reads an answer back; null where that fails, so that it is asked for again.
  @Nullable Response read(Place place) {
    FileChannel open = file;
    if (open == null) {
      return null;
    }
    ByteBuffer body = ByteBuffer.allocate(place.length());
    try {
      while (body.hasRemaining()) {
        if (open.read(body, place.begin() + body.position()) < 0) {
          return null;
        }
      }
      return new Response(place.status(), place.headers(), body.array(), place.url());
    } catch (IOException diskTrouble) {
      close();
      return null;
    }
  }

  @Override
  public void close() {
    closed = true;
    FileChannel open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException alreadyGone) {
        // Nothing to give back.
      }
    }
  }
}
