package dev.godwit.session.redact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Names and values as queries and forms have them: `a=1&b=2`.
public final class Pairs {
  private static final Pattern FORM =
      Pattern.compile("[\\w.~*%+\\[\\]-]+=[^&\\s]*(?:&[^&=\\s]+=[^&\\s]*)*");

  /// A name with its value, both decoded.
  public record Pair(String name, String value) {}

  private Pairs() {}

  /// Whether a text is a form.
  public static boolean isForm(String text) {
    return FORM.matcher(text).matches();
  }

  /// The query of an address; empty where it has none.
  public static String query(String url) {
    int question = url.indexOf('?');
    return question < 0 ? "" : url.substring(question + 1);
  }

  public static List<Pair> of(String text) {
    List<Pair> pairs = new ArrayList<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      pairs.add(
          equals < 0
              ? new Pair(decoded(pair), "")
              : new Pair(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /// The text without values that are made anew for each request.
  static String withoutSignatures(String text, SecretNames names) {
    List<String> kept = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      boolean signs = equals >= 0 && names.isSignature(decoded(pair.substring(0, equals)));
      kept.add(signs ? pair.substring(0, equals) + "=redacted.signature" : pair);
    }
    return String.join("&", kept);
  }
}
