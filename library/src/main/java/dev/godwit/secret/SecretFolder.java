package dev.godwit.secret;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A folder with one file a secret.
record SecretFolder(Path folder) implements SecretResolver {
  @Override
  public @Nullable Secret find(String name) {
    try {
      Path file = folder.resolve(name).normalize();
      String text = file.startsWith(folder.normalize()) ? text(file) : null;
      return text == null || text.isBlank() ? null : Secret.of(text.replaceFirst("\\R\\z", ""));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /// What a file holds; null when there is none.
  static @Nullable String text(Path file) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Its cause could show a piece of the file.
      throw GodwitException.config("secret.unreadable", "Cannot read secrets from " + file + ".")
          .hint("It must be UTF-8 text that this process may read.");
    }
  }

  @Override
  public String place() {
    return "the folder " + folder;
  }
}
