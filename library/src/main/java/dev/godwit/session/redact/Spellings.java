package dev.godwit.session.redact;

import dev.godwit.core.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// How a secret may be written.
final class Spellings {
  /// Shorter pieces of base64 stand in harmless text, too.
  private static final int SHORTEST_CORE = 8;

  private Spellings() {}

  /// As it is, in addresses, in JSON, in hexadecimal digits and in base64, also in the middle of
  /// other text there.
  static Set<String> of(String secret) {
    Set<String> all = new LinkedHashSet<>();
    all.add(secret);
    addEncoded(secret, all);
    String json = JsonWriter.text(secret);
    all.add(json.substring(1, json.length() - 1));
    all.add(json.substring(1, json.length() - 1).replace("/", "\\/"));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    all.add(HexFormat.of().formatHex(bytes));
    all.add(HexFormat.of().withUpperCase().formatHex(bytes));
    addBase64(bytes, all);
    return all;
  }

  private static void addEncoded(String text, Set<String> all) {
    String plus = URLEncoder.encode(text, StandardCharsets.UTF_8);
    String percent = plus.replace("+", "%20");
    all.add(plus);
    all.add(percent);
    all.add(lowerEscapes(plus));
    all.add(lowerEscapes(percent));
    all.add(URLEncoder.encode(percent, StandardCharsets.UTF_8));
    all.add(text.replace(" ", "%20"));
  }

  private static String lowerEscapes(String encoded) {
    StringBuilder lower = new StringBuilder(encoded);
    for (int at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
      lower.replace(at, at + 3, encoded.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  /// Of text around the secret only the first and last characters depend.
  private static void addBase64(byte[] secret, Set<String> all) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + secret.length];
      System.arraycopy(secret, 0, shifted, before, secret.length);
      int whole = shifted.length / 3 * 4;
      int from = before == 0 ? 0 : 4;
      for (Base64.Encoder encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String encoded = encoder.encodeToString(shifted);
        if (before == 0 && encoded.length() >= SHORTEST_CORE) {
          all.add(encoded);
          addEncoded(encoded, all);
        }
        if (whole - from >= SHORTEST_CORE) {
          all.add(encoded.substring(from, whole));
        }
      }
    }
  }
}
