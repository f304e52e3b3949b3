package dev.godwit.manifest.internal.format;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.YamlReader;

/// Lays manifests out: two spaces a level, lists indented like everything else, one space where one
/// is needed, no spaces at the end of lines, no two blank lines in a row. Texts, quotes, comments,
/// anchors and the order of fields stay as they are, and so does what the document means. JSON has
/// a layout of its own and keeps it.
public final class Formatter {
  private Formatter() {}

  /// The text in its layout. What is laid out already comes back as it is.
  ///
  /// @param file the name that errors give for the text
  /// @throws GodwitException CONFIG when the text is no YAML document
  public static String format(String file, String text) {
    Node meaning = YamlReader.read(file, text);
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (content.startsWith("{") || content.startsWith("[")) {
      return text;
    }
    String result = Layout.of(content);
    if (!Meaning.isSame(meaning, YamlReader.read(file, result))) {
      throw GodwitException.system(
              "manifest.layout", "the manifest cannot be laid out without changing what it means")
          .at(Place.file(file, 0, 0, null))
          .hint("Please report it. The file was left as it is.");
    }
    return result;
  }
}
