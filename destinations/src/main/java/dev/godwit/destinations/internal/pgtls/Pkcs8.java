package dev.godwit.destinations.internal.pgtls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/// Wraps keys of older encodings, in which only the file said of which kind they are, as PKCS #8
/// (RFC 5208).
final class Pkcs8 {
  private static final int INTEGER = 0x02;
  private static final int BYTES = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int PARAMETERS = 0xA0;

  private static final byte[] VERSION = {INTEGER, 1, 0};

  /// 1.2.840.113549.1.1.1, without parameters.
  private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

  /// 1.2.840.10045.2.1; the curve follows.
  private static final byte[] CURVE = HexFormat.of().parseHex("06072a8648ce3d0201");

  private Pkcs8() {}

  /// @param key as PKCS #1 has it
  static byte[] ofRsa(byte[] key) {
    return wrapped(RSA, key);
  }

  /// @param key as RFC 5915 has it
  /// @throws IllegalArgumentException for a key that does not name its curve
  static byte[] ofCurve(byte[] key) {
    int at = start(key, 0);
    while (at < key.length) {
      int start = start(key, at);
      int end = start + length(key, at);
      if ((key[at] & 0xFF) == PARAMETERS) {
        return wrapped(joined(CURVE, Arrays.copyOfRange(key, start, end)), key);
      }
      at = end;
    }
    throw new IllegalArgumentException("the key does not name its curve");
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return element(SEQUENCE, joined(VERSION, element(SEQUENCE, algorithm), element(BYTES, key)));
  }

  private static byte[] element(int tag, byte[] content) {
    byte[] length =
        content.length < 0x80
            ? new byte[] {(byte) content.length}
            : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
    return joined(new byte[] {(byte) tag}, length, content);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /// Where the content of an element begins.
  private static int start(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = at + 2; i < start(der, at); i++) {
      length = (length << 8) | (der[i] & 0xFF);
    }
    if (length < 0) {
      throw new IllegalArgumentException("a length is out of bounds");
    }
    return length;
  }
}
