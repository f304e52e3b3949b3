package dev.godwit.manifest.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/// Comma-separated values.
///
/// @param encoding by the name that Python gives it
/// @param delimiter one character, or an escape that stands for one
/// @param nulls texts that mean null
record Csv(String encoding, String delimiter, Set<String> nulls) implements Content {
  @Override
  public Bodies open(InputStream bytes) throws IOException {
    String separator = delimiter.isEmpty() ? "," : Escapes.resolve(delimiter);
    if (separator.codePointCount(0, separator.length()) != 1) {
      bytes.close();
      throw Undecodable.because("the delimiter is not one character");
    }
    CsvReader reader = new CsvReader(Encodings.strict(bytes, encoding), separator.codePointAt(0));
    return new Pieces(new CsvRows(reader, nulls));
  }
}
