package dev.godwit.protocol.launch.python;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is to be installed, in pip's words.
///
/// @param text as pip gets it
/// @param name of the package; empty where only a path or an address is known
public record Requirement(String text, Optional<String> name) {
  private static final Pattern NAMED =
      Pattern.compile(
          "([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*(?:\\[[^]]*])?\\s*(?:[@<>=!~;(].*)?");

  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(whl|zip|tar\\.gz|tgz)", Pattern.CASE_INSENSITIVE);

  /// Longest readable part of a folder's name.
  private static final int READABLE = 48;

  /// Reads a requirement as a user writes it.
  ///
  /// @throws GodwitException CONFIG `launch.requirement`
  public static Requirement parse(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.startsWith("-") || text.chars().anyMatch(Character::isISOControl)) {
      throw GodwitException.config(
              "launch.requirement", "\"" + shown(text) + "\" is not the requirement of a package.")
          .hint("Write a name, name==version, a path, or an address that pip understands.");
    }
    Matcher named = NAMED.matcher(text);
    if (named.matches() && !ARCHIVE.matcher(text).matches()) {
      return new Requirement(text, Optional.of(named.group(1)));
    }
    return new Requirement(text.contains("://") ? text : absolute(text), Optional.empty());
  }

  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  /// The text for people, without a password that an address may hold.
  String shown() {
    return shown(text);
  }

  /// Any text without passwords in addresses.
  static String shown(String text) {
    return text.replaceAll("(?<=://)[^/@\\s]+(?=@)", "****");
  }

  /// What folders of this requirement begin with.
  String label() {
    String last =
        name.orElseGet(() -> shown().replaceFirst("[#?].*", "").replaceFirst(".*[/\\\\](?=.)", ""));
    String plain =
        last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.substring(0, Math.min(READABLE, plain.length()));
  }
}
