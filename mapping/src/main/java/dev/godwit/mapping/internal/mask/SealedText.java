package dev.godwit.mapping.internal.mask;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// The text form of encrypted values: `gw1.`, then nonce, ciphertext and tag of AES-256-GCM in
/// Base64 for URLs, without padding. The plaintext is the value as JSON; the version is
/// authenticated with it.
public final class SealedText {
  static final String ALGORITHM = "AES/GCM/NoPadding";
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;
  private static final String VERSION = "gw1";
  private static final String PREFIX = VERSION + ".";

  private SealedText() {}

  static byte[] prefix() {
    return PREFIX.getBytes(StandardCharsets.US_ASCII);
  }

  /// What the tag vouches for besides the value.
  static byte[] associated() {
    return VERSION.getBytes(StandardCharsets.US_ASCII);
  }

  /// The value inside a text, as JSON.
  ///
  /// @throws GodwitException CONFIG `mapping.decrypt` when it is no encrypted value, was changed,
  ///   or belongs to another key
  public static byte[] open(String text, SecretKey key) {
    if (!text.startsWith(PREFIX)) {
      throw refused("This is no encrypted value: it does not begin with " + PREFIX);
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
      if (bytes.length < NONCE_BYTES + TAG_BYTES) {
        throw refused("An encrypted value is too short; a part of it is missing");
      }
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
      cipher.updateAAD(associated());
      return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (IllegalArgumentException e) {
      throw refused("An encrypted value is not Base64");
    } catch (GeneralSecurityException e) {
      throw refused("An encrypted value does not open: the key is another one, or it was changed");
    }
  }

  private static GodwitException refused(String problem) {
    return GodwitException.config("mapping.decrypt", problem + ".")
        .hint("Take the whole text, and the key that it was encrypted with.");
  }
}
