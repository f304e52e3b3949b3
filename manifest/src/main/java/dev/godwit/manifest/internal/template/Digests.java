package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Digests in hexadecimal, under Python's names.
final class Digests {
  private static final Map<String, String> ALGORITHMS =
      Map.ofEntries(
          Map.entry("md5", "MD5"),
          Map.entry("sha1", "SHA-1"),
          Map.entry("sha224", "SHA-224"),
          Map.entry("sha256", "SHA-256"),
          Map.entry("sha384", "SHA-384"),
          Map.entry("sha512", "SHA-512"),
          Map.entry("sha3_224", "SHA3-224"),
          Map.entry("sha3_256", "SHA3-256"),
          Map.entry("sha3_384", "SHA3-384"),
          Map.entry("sha3_512", "SHA3-512"));

  private Digests() {}

  static String hash(String type, byte[] octets) {
    String algorithm = ALGORITHMS.get(type);
    if (algorithm == null) {
      throw new PythonException(Kind.ATTRIBUTE, "No hashing function named " + type);
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(octets));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hmacSha256(byte[] key, byte[] octets) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      // Java refuses an empty key; a zero byte is padded to the same block.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(octets));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
