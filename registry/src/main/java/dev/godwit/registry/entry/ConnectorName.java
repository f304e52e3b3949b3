package dev.godwit.registry.entry;

import dev.godwit.core.error.GodwitException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The name of a connector, fit to be a part of paths and addresses.
///
/// @param kind at which end it stands
/// @param text the whole name, `source-pokeapi`
public record ConnectorName(ConnectorKind kind, String text) {
  /// Letters, digits, and single marks between them: nothing that leads to another folder.
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");

  private static final int LONGEST = 120;

  /// Refuses what could lead elsewhere.
  ///
  /// @throws GodwitException CONFIG `registry.bad-name` when the text is not a plain name
  public ConnectorName {
    requirePlain(text);
  }

  /// A name that says by its beginning what it is; empty for one that does not.
  public static Optional<ConnectorName> complete(String text) {
    return Stream.of(ConnectorKind.values())
        .filter(kind -> text.startsWith(kind.prefix()))
        .findFirst()
        .map(kind -> new ConnectorName(kind, text));
  }

  /// The name without `source-` or `destination-`.
  public String shortText() {
    return text.startsWith(kind.prefix()) ? text.substring(kind.prefix().length()) : text;
  }

  /// Whether a text may stand for a name, or for a part of one.
  public static boolean isPlain(String text) {
    return text.length() <= LONGEST && PLAIN.matcher(text).matches();
  }

  /// Returns normally where a text may stand for a name.
  ///
  /// @throws GodwitException CONFIG `registry.bad-name`
  static void requirePlain(String text) {
    if (!isPlain(text)) {
      throw GodwitException.config(
              "registry.bad-name", Printable.quoted(text) + " cannot be the name of a connector.")
          .hint(
              "Names are of small letters, digits and single dashes, with a version after an @:"
                  + " source-pokeapi@1.2.3.");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
