package dev.godwit.mapping.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads lists that belong to this package.
final class Lines {
  private Lines() {}

  /// The lines of a resource that say something: not empty, and no comment.
  static List<String> of(String resource) {
    try (InputStream text = Lines.class.getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
