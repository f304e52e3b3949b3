package dev.godwit.session.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A body in a form that can be read, as far as that is possible.
///
/// @param gzip whether it was compressed, beside what HTTP itself does
public record Body(Kind kind, boolean gzip, String text) {
  /// How the text stands for bytes.
  public enum Kind {
    /// JSON, laid out anew; numbers and strings are spelt as they were.
    JSON,
    TEXT,
    BASE64
  }

  private static final int GZIP_MAGIC = 0x1f8b;

  /// The most bytes that a compressed body is unpacked to.
  private static final int MOST_UNPACKED = 64 << 20;

  public static final Body EMPTY = new Body(Kind.TEXT, false, "");

  public static Body of(byte[] bytes) {
    byte[] unpacked = unpacked(bytes);
    return unpacked == null ? plain(bytes, false) : plain(unpacked, true);
  }

  private static byte @Nullable [] unpacked(byte[] bytes) {
    if (bytes.length < 2 || ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) != GZIP_MAGIC) {
      return null;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] all = in.readNBytes(MOST_UNPACKED);
      return in.read() < 0 ? all : null;
    } catch (IOException spoilt) {
      return null;
    }
  }

  private static Body plain(byte[] bytes, boolean gzip) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return base64(bytes, gzip);
    }
    String json = JsonTokens.layout(text);
    if (json != null) {
      return new Body(Kind.JSON, gzip, json);
    }
    return text.chars().anyMatch(Body::isUnprintable)
        ? base64(bytes, gzip)
        : new Body(Kind.TEXT, gzip, text);
  }

  private static Body base64(byte[] bytes, boolean gzip) {
    return new Body(Kind.BASE64, gzip, Base64.getEncoder().encodeToString(bytes));
  }

  private static boolean isUnprintable(int unit) {
    return unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t';
  }

  /// The body as it would come over the wire.
  public byte[] bytes() {
    byte[] plain = content();
    if (!gzip) {
      return plain;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /// The body before it was compressed.
  public byte[] content() {
    return kind == Kind.BASE64
        ? Base64.getMimeDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
