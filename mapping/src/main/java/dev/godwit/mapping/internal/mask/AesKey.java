package dev.godwit.mapping.internal.mask;

import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.rule.Secret;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Keys of AES-256 as text.
public final class AesKey {
  private static final int BYTES = 32;

  private AesKey() {}

  /// The key that a text holds: 64 hexadecimal digits, or 32 bytes in Base64, plain or for URLs.
  ///
  /// @throws GodwitException CONFIG `mapping.bad-secret` when it holds none
  public static SecretKey of(Secret secret) {
    String text = secret.reveal().strip();
    byte[] bytes = text.length() == 2 * BYTES ? hex(text) : base64(text);
    if (bytes == null || bytes.length != BYTES) {
      throw GodwitException.config(
              "mapping.bad-secret",
              "A key for encrypting has 32 bytes, as 64 hexadecimal digits or in Base64; this one"
                  + " does not.")
          .hint("Make one with: openssl rand -hex 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static byte @Nullable [] hex(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static byte @Nullable [] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
