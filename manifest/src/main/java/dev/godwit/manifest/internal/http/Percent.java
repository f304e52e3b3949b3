package dev.godwit.manifest.internal.http;

import java.nio.charset.StandardCharsets;

/// Percent-encoding as Python's `urllib.parse` and `urllib3` do it.
public final class Percent {
  private static final String UNRESERVED = "_.-~";
  private static final String HEX = "0123456789ABCDEF";

  /// Characters that an address may hold as they are (RFC 3986: unreserved, sub-delims, `:@/?#` and `%`).
  private static final String ADDRESS = UNRESERVED + "!$&'()*+,;=:@/?#%";

  private Percent() {}

  /// Encodes a form or query value: blanks become `+`, everything but letters, digits and `_.-~` is escaped.
  public static String quotePlus(String text) {
    return encode(text, UNRESERVED, true);
  }

  /// Repairs an address that a manifest or an API gave: escapes what may not stand there, keeps valid escapes, and
  /// escapes a percent sign that begins none.
  static String requote(String url) {
    StringBuilder repaired = new StringBuilder(url.length());
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean stray = c == '%' && !isEscape(url, i);
      repaired.append(stray ? "%25" : Character.toString(c));
    }
    return encode(repaired.toString(), ADDRESS, false);
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
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
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /// Decodes a query name or value.
  static String unquotePlus(String text) {
    byte[] in = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
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
