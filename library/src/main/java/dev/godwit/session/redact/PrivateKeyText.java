package dev.godwit.session.redact;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Private keys in configurations. A placeholder would sign nothing, so a key of nobody's takes its
/// place whenever a session is replayed.
public final class PrivateKeyText {
  private static final Pattern PEM = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern PLACEHOLDER = Pattern.compile("redacted\\..*\\.key-(RSA|EC)");
  private static final int RSA_BITS = 2048;
  private static final int EC_BITS = 256;

  /// Keys on elliptic curves are far shorter than those of RSA.
  private static final int LONGEST_EC = 800;

  private PrivateKeyText() {}

  static boolean isOne(String text) {
    return PEM.matcher(text).find();
  }

  static String placeholder(String path, String pem) {
    return Placeholder.of(path) + ".key-" + (pem.length() < LONGEST_EC ? "EC" : "RSA");
  }

  /// A configuration in which a new key stands for each placeholder of one.
  public static Map<String, @Nullable Object> filledIn(Map<String, @Nullable Object> config) {
    Map<String, @Nullable Object> filled = new LinkedHashMap<>();
    config.forEach((name, value) -> filled.put(name, filledIn(value)));
    return filled;
  }

  private static @Nullable Object filledIn(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        map.forEach((name, field) -> filled.put(String.valueOf(name), filledIn(field)));
        yield filled;
      }
      case String text -> {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        yield placeholder.matches() ? fresh(placeholder.group(1)) : text;
      }
      case null, default -> value;
    };
  }

  private static String fresh(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("EC") ? EC_BITS : RSA_BITS);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(key).replace("\r", "")
          + "\n-----END PRIVATE KEY-----\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has RSA and EC", e);
    }
  }
}
