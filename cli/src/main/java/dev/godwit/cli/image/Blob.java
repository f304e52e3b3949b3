package dev.godwit.cli.image;

import dev.godwit.core.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Content of an image that is called by its digest.
///
/// @param digest SHA-256 in hexadecimal digits
record Blob(String digest, long size, Path file) {
  static Blob of(Path file) throws IOException {
    return new Blob(Sha256.of(file), Files.size(file), file);
  }

  /// Where it lies in an image's tarball.
  String path() {
    return "blobs/sha256/" + digest;
  }

  Map<String, @Nullable Object> descriptor(String mediaType) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("mediaType", mediaType);
    fields.put("digest", "sha256:" + digest);
    fields.put("size", size);
    return fields;
  }
}
