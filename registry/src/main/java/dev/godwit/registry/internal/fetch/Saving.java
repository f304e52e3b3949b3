package dev.godwit.registry.internal.fetch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// Writes a stream into a new file, counts and digests it, and stops at the limit.
final class Saving {
  private static final int CHUNK = 1 << 16;

  private Saving() {}

  /// Saves a whole stream.
  ///
  /// @param folder where the new file lies; a failed saving leaves none
  static Download.Arrived save(InputStream body, Path folder, Limit limit, Validators validators)
      throws IOException {
    Path file = Files.createTempFile(folder, "arriving", null);
    try {
      return copy(body, file, limit, validators);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static Download.Arrived copy(
      InputStream body, Path file, Limit limit, Validators validators) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] chunk = new byte[CHUNK];
    long bytes = 0;
    try (OutputStream target = Files.newOutputStream(file)) {
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        bytes += read;
        if (bytes > limit.bytes()) {
          throw tooLarge(limit);
        }
        digest.update(chunk, 0, read);
        target.write(chunk, 0, read);
      }
    }
    return new Download.Arrived(file, Sha256.text(digest), bytes, validators);
  }

  static GodwitException tooLarge(Limit limit) {
    return GodwitException.system(
            "registry.too-large",
            "The registry's %s has more than %d MB; the rest was not read."
                .formatted(limit.what(), limit.bytes() / 1_000_000))
        .hint("Something is wrong with the registry: tell those who run it.");
  }
}
