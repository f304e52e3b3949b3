package dev.godwit.manifest.internal.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What PEM files of OpenSSL's older kind need before Java reads them: `BEGIN RSA PRIVATE KEY`,
/// `BEGIN EC PRIVATE KEY`, and both encrypted with a `DEK-Info` line.
final class LegacyPem {
  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final byte[] RSA = oid("300d06092a864886f70d0101010500");
  private static final byte[] EC = oid("06072a8648ce3d0201");

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xa0;

  private LegacyPem() {}

  private static byte[] oid(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /// PKCS #1 inside PKCS #8.
  static byte[] rsaAsPkcs8(byte[] der) {
    return tagged(SEQUENCE, joined(VERSION_0, RSA, tagged(OCTETS, der)));
  }

  /// SEC 1 inside PKCS #8, which names the curve outside of the key.
  static byte[] ecAsPkcs8(byte[] der) throws GeneralSecurityException {
    byte[] algorithm = tagged(SEQUENCE, joined(EC, curve(der)));
    return tagged(SEQUENCE, joined(VERSION_0, algorithm, tagged(OCTETS, der)));
  }

  /// The name of the curve: the content of the field with tag 0.
  private static byte[] curve(byte[] der) throws GeneralSecurityException {
    int at = content(der, 0);
    while (at < der.length) {
      int start = content(der, at);
      int end = start + length(der, at);
      if ((der[at] & 0xff) == PARAMETERS && end <= der.length) {
        return Arrays.copyOfRange(der, start, end);
      }
      at = end;
    }
    throw new GeneralSecurityException("the key names no curve");
  }

  private static int content(byte[] der, int at) throws GeneralSecurityException {
    int lengthByte = octet(der, at + 1);
    return at + 2 + (lengthByte < 0x80 ? 0 : lengthByte - 0x80);
  }

  private static int length(byte[] der, int at) throws GeneralSecurityException {
    int lengthByte = octet(der, at + 1);
    if (lengthByte < 0x80) {
      return lengthByte;
    }
    int length = 0;
    for (int i = 0; i < Math.min(lengthByte - 0x80, 3); i++) {
      length = length << 8 | octet(der, at + 2 + i);
    }
    return length;
  }

  private static int octet(byte[] der, int at) throws GeneralSecurityException {
    if (at >= der.length) {
      throw new GeneralSecurityException("the key is cut off");
    }
    return der[at] & 0xff;
  }

  private static byte[] tagged(int tag, byte[] content) {
    byte[] length =
        content.length < 0x80
            ? new byte[] {(byte) content.length}
            : content.length < 0x100
                ? new byte[] {(byte) 0x81, (byte) content.length}
                : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
    return joined(new byte[] {(byte) tag}, length, content);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// Undoes OpenSSL's encryption of PEM files.
  ///
  /// @param encryption cipher and vector: `AES-256-CBC,0A1B…`
  static byte[] decrypt(byte[] bytes, String encryption, String passphrase)
      throws GeneralSecurityException, IOException {
    String[] parts = encryption.split(",", 2);
    if (parts.length < 2) {
      throw new IOException("DEK-Info names no vector");
    }
    byte[] vector = HexFormat.of().parseHex(parts[1].strip());
    int keyBytes =
        switch (parts[0]) {
          case "AES-128-CBC" -> 16;
          case "AES-192-CBC", "DES-EDE3-CBC" -> 24;
          case "AES-256-CBC" -> 32;
          default -> throw new GeneralSecurityException("the cipher is not known");
        };
    String name = parts[0].startsWith("AES") ? "AES" : "DESede";
    Cipher cipher = Cipher.getInstance(name + "/CBC/PKCS5Padding");
    byte[] key = derive(passphrase.getBytes(StandardCharsets.UTF_8), vector, keyBytes);
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, name), new IvParameterSpec(vector));
    return cipher.doFinal(bytes);
  }

  private static byte[] derive(byte[] passphrase, byte[] vector, int length)
      throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    byte[] key = new byte[0];
    byte[] last = new byte[0];
    while (key.length < length) {
      md5.update(last);
      md5.update(passphrase);
      md5.update(vector, 0, 8);
      last = md5.digest();
      key = joined(key, last);
    }
    return Arrays.copyOf(key, length);
  }
}
