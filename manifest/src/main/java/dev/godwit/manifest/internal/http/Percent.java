package dev.godwit.manifest.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Percent-encoding as Python's `urllib.parse` and `urllib3` do it.
public final class Percent {
  private static final String UNRESERVED = "_.-~";
  private static final String HEX = "0123456789ABCDEF";

  /// Characters that a path or a query may hold as they are (RFC 3986: unreserved, sub-delims,
  /// `:@/?`).
  private static final String ADDRESS = UNRESERVED + "!$&'()*+,;=:@/?";

  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

  private Percent() {}

  /// Encodes a form or query value: blanks become `+`, everything but letters, digits and `_.-~` is
  /// escaped.
  public static String quotePlus(String text) {
    return encode(text, UNRESERVED, true);
  }

  /// Repairs a path or a query that a manifest or an API gave: escapes what may not stand there.
  /// Escapes that are there already are kept, in capitals and only where they are needed; but one
  /// percent sign that begins none makes all others count as text too.
  static String repair(String text) {
    if (!hasOnlyEscapes(text)) {
      String capitals =
          ESCAPE.matcher(text).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
      return encode(capitals, ADDRESS, false);
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    int plain = 0;
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', plain)) {
      out.append(encode(text.substring(plain, at), ADDRESS, false));
      plain = at + 3;
      appendEscape((char) Integer.parseInt(text.substring(at + 1, plain), 16), out);
    }
    return out.append(encode(text.substring(plain), ADDRESS, false)).toString();
  }

  private static boolean hasOnlyEscapes(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (at + 2 >= text.length()
          || Character.digit(text.charAt(at + 1), 16) < 0
          || Character.digit(text.charAt(at + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void appendEscape(char c, StringBuilder out) {
    if (isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0) {
      out.append(c);
    } else {
      escape(c, out);
    }
  }

  private static String encode(String text, String safe, boolean plusForBlank) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isAlphanumeric(c) || safe.indexOf(c) >= 0) {
        out.append(c);
      } else if (c == ' ' && plusForBlank) {
        out.append('+');
      } else {
        escape(c, out);
      }
    }
    return out.toString();
  }

  private static void escape(char c, StringBuilder out) {
    out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// Decodes a query name or value.
  public static String unquotePlus(String text) {
    return unquote(text.replace('+', ' '));
  }

  /// Decodes escapes.
  static String unquote(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (in[i] == '%' && high >= 0 && low >= 0) {
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[length++] = in[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
