package dev.godwit.cli.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Content of an image that is called by its digest.
///
/// @param digest SHA-256 in hexadecimal digits
record Blob(String digest, long size, Path file) {
  static Blob of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return new Blob(HexFormat.of().formatHex(digest.digest()), Files.size(file), file);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
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
