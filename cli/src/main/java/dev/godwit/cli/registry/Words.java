package dev.godwit.cli.registry;

import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.Packaging;
import dev.godwit.registry.lock.Pin;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What connectors are, in few words.
final class Words {
  private Words() {}

  /// In which form a connector is run first.
  static String form(ConnectorEntry entry) {
    Packaging packaging = entry.packaging();
    if (packaging.declarative()) {
      return "manifest";
    }
    return packaging.pythonPackage() == null ? "image" : "python";
  }

  static String form(Pin pin) {
    if (pin.manifest() != null) {
      return "manifest";
    }
    return pin.pythonPackage() == null ? "image" : "python";
  }

  /// A word of the registry, or a dash where it has none.
  static String orDash(@Nullable String word) {
    return word == null ? "-" : word.replace('_', ' ');
  }

  /// The words that are there, with commas between them.
  static String join(@Nullable String... words) {
    return Stream.of(words)
        .filter(Objects::nonNull)
        .map(word -> word.replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
