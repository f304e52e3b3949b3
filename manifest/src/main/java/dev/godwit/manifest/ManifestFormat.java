package dev.godwit.manifest;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.godwit.manifest.internal.format.Formatter;
import java.nio.file.Path;
import java.util.Optional;

/// The one layout of manifests. It differs from another by white space alone: comments, quotes,
/// anchors and the order of fields stay. Stateless.
public final class ManifestFormat {
  private ManifestFormat() {}

  /// A text in the layout; a text that has it comes back as it is.
  ///
  /// @param name stands for the file in errors
  /// @throws GodwitException CONFIG with name and line when the text is no YAML document
  public static String format(String name, String text) {
    return Formatter.format(name, text);
  }

  /// The text that a file would have in the layout; empty when it has the layout already.
  ///
  /// @throws GodwitException CONFIG when the file cannot be read or is no YAML document
  public static Optional<String> changed(Path file) {
    String text = YamlReader.text(file);
    String result = format(file.toString(), text);
    return result.equals(text) ? Optional.empty() : Optional.of(result);
  }
}
