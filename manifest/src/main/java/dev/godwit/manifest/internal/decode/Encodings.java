package dev.godwit.manifest.internal.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Encodings by the names that Python gives them.
final class Encodings {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /// Names that Java does not know even without their separators.
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "utf16le", "UTF-16LE",
          "utf16be", "UTF-16BE",
          "utf32le", "UTF-32LE",
          "utf32be", "UTF-32BE",
          "macroman", "x-MacRoman",
          "utf8sig", "UTF-8",
          "u8", "UTF-8");

  private Encodings() {}

  /// The encoding of a name; null for an unknown one.
  static @Nullable Charset find(String name) {
    String compact = compact(name);
    String known = OTHER_NAMES.get(compact);
    if (known != null) {
      return Charset.forName(known);
    }
    for (String spelling : List.of(name.strip(), name.strip().replace('_', '-'), compact)) {
      try {
        return Charset.forName(spelling);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
        // the next spelling may be known
      }
    }
    return null;
  }

  /// A reader that takes nothing but the encoding.
  static Reader strict(InputStream bytes, String name) throws IOException {
    Charset charset = find(name);
    if (charset == null) {
      bytes.close();
      throw Undecodable.because("there is no encoding '" + name + "'");
    }
    Reader reader =
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return compact(name).equals("utf8sig") ? withoutMark(new BufferedReader(reader)) : reader;
  }

  private static Reader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static String compact(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
