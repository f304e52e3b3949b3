package dev.godwit.destinations.internal.pgtls;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a private key: PEM as OpenSSL writes it, old and new, or PKCS #8 in binary.
final class PrivateKeyFile {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (?<kind>[A-Z ]*PRIVATE KEY)-----(?<body>.*?)-----END ", Pattern.DOTALL);

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PrivateKeyFile() {}

  /// @throws GodwitException CONFIG `postgres.tls` for a file that holds no key, or one in secret
  static PrivateKey read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
      byte[] encoded =
          block.find() ? decoded(block.group("kind"), block.group("body"), file) : bytes;
      PrivateKey key = key(encoded);
      if (key != null) {
        return key;
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw unreadable(file).causedBy(e);
    }
    throw unreadable(file);
  }

  private static byte[] decoded(String kind, String body, Path file) {
    if (kind.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
      throw GodwitException.config("postgres.tls", "The key in " + file + " has a password.")
          .hint(
              "Write it without one into a file that only you may read: openssl pkey -in %s -out"
                      .formatted(file)
                  + " FILE");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(body);
    return switch (kind) {
      case "RSA PRIVATE KEY" -> Pkcs8.ofRsa(bytes);
      case "EC PRIVATE KEY" -> Pkcs8.ofCurve(bytes);
      default -> bytes;
    };
  }

  private static @Nullable PrivateKey key(byte[] encoded) {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (GeneralSecurityException e) {
        // It is of another kind.
      }
    }
    return null;
  }

  private static GodwitException unreadable(Path file) {
    return GodwitException.config("postgres.tls", "There is no private key in " + file + ".")
        .hint("Keys are written as PEM: -----BEGIN PRIVATE KEY-----");
  }
}
