package dev.godwit.manifest.internal.decode;

import dev.godwit.manifest.internal.http.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A response as text. The header names the encoding, `text/…` means Latin-1 where it does not, and
/// for other types the bytes have to tell.
final class ResponseText {
  private static final Pattern XML_DECLARATION =
      Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final int DECLARATION_ENDS_BY = 200;

  private ResponseText() {}

  /// The text; what the encoding does not know becomes U+FFFD.
  static String of(Response response) {
    String type = response.headers().get("Content-Type");
    String declared = type == null ? null : declared(type);
    if (declared != null) {
      Charset charset = Encodings.find(declared);
      return new String(response.body(), charset == null ? StandardCharsets.UTF_8 : charset);
    }
    return new String(response.body(), guessed(response.body()));
  }

  private static @Nullable String declared(String contentType) {
    String[] parts = contentType.split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals > 0 && trim(parts[i].substring(0, equals)).equalsIgnoreCase("charset")) {
        return trim(parts[i].substring(equals + 1));
      }
    }
    if (parts[0].contains("text")) {
      return "iso-8859-1";
    }
    return parts[0].contains("application/json") ? "utf-8" : null;
  }

  private static String trim(String part) {
    return part.replaceAll("^[\"' ]+|[\"' ]+$", "");
  }

  private static Charset guessed(byte[] body) {
    if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    if (fits(body, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    int length = Math.min(body.length, DECLARATION_ENDS_BY);
    Matcher declaration =
        XML_DECLARATION.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1));
    Charset declared = declaration.find() ? Encodings.find(declaration.group(1)) : null;
    return declared != null && fits(body, declared) ? declared : Charset.forName("windows-1252");
  }

  private static boolean startsWith(byte[] body, int first, int second) {
    return body.length > 1 && (body[0] & 0xFF) == first && (body[1] & 0xFF) == second;
  }

  private static boolean fits(byte[] body, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
