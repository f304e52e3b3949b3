package dev.godwit.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 digests, in hexadecimal digits.
public final class Sha256 {
  private static final int CHUNK = 1 << 16;

  private Sha256() {}

  /// The digest of a file's bytes, whatever its size.
  public static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[CHUNK];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return text(digest);
  }

  /// The digest of some bytes.
  public static String of(byte[] bytes) {
    MessageDigest digest = digest();
    digest.update(bytes);
    return text(digest);
  }

  /// A digest to be fed piece by piece.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /// What a digest has come to. It begins anew afterwards.
  public static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
