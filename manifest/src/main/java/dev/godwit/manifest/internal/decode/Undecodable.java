package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.util.zip.ZipException;

/// Errors of responses that are not what their decoder expects. They never show the content.
final class Undecodable {
  /// The most bytes, or characters of text, that one line, field or item of a stream may have.
  static final int LONGEST = 64 << 20;

  private static final String HINT =
      "Check the decoder in the manifest against what the API answers.";

  private Undecodable() {}

  /// @param problem what is wrong, as a clause: `the ZIP archive is damaged`
  static GodwitException because(String problem) {
    return GodwitException.system("decode.failed", "The answer cannot be decoded: " + problem + ".")
        .hint(HINT);
  }

  /// A value that passes {@link #LONGEST}.
  static GodwitException tooLong() {
    return because("one value in it is longer than %d MiB".formatted(LONGEST >> 20));
  }

  static GodwitException because(IOException cause) {
    return switch (cause) {
      case CharacterCodingException _ -> because("it is not in the declared encoding");
      case EOFException _ -> because("its compressed data ends too early");
      case ZipException _ -> because("its compressed data is damaged");
      case FileSystemException _ -> because("a temporary file cannot be written");
      default ->
          GodwitException.transientError("decode.interrupted", "The answer broke off.")
              .hint("The API may recover: run again later.");
    };
  }
}
