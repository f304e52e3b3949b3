package dev.godwit.manifest.internal.python;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Texts as UTF-8 and as parts of URLs.
public final class Codecs {
  private static final String ALWAYS_SAFE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";
  private static final String HEX = "0123456789ABCDEF";

  private Codecs() {}

  /// `bytes.decode()`
  ///
  /// @throws PythonException VALUE for octets that are no UTF-8
  public static String utf8(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw PythonException.value("'utf-8' codec can't decode the bytes");
    }
  }

  /// `str.encode()`
  ///
  /// @throws PythonException VALUE for lone surrogates
  public static byte[] utf8(String text) {
    checkSurrogates(text);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static void checkSurrogates(String text) {
    if (hasLoneSurrogate(text)) {
      throw PythonException.value("'utf-8' codec can't encode: surrogates not allowed");
    }
  }

  /// `urllib.parse.quote(text, safe)`
  public static String quote(String text, String safe) {
    return quote(utf8(text), safe);
  }

  /// `urllib.parse.quote_from_bytes(octets, safe)`
  public static String quote(byte[] octets, String safe) {
    StringBuilder out = new StringBuilder(octets.length + 16);
    for (byte octet : octets) {
      char c = (char) (octet & 0xff);
      if (ALWAYS_SAFE.indexOf(c) >= 0 || safe.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }

  /// `urllib.parse.quote_plus(text)`: a space becomes `+`.
  public static String quotePlus(String text) {
    return quote(text, " ").replace(' ', '+');
  }
}
