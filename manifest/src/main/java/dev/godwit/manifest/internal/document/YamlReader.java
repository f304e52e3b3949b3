package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads YAML 1.1, and with it JSON, the way PyYAML's safe loader does. Stateless.
public final class YamlReader {
  /// How many escaped slashes a text may hold that is not JSON; each costs another look at the
  /// text.
  private static final int MAX_ESCAPES = 100;

  private YamlReader() {}

  /// Reads a file in UTF-8.
  ///
  /// @throws GodwitException CONFIG when the file cannot be read or is no YAML
  public static Node read(Path path) {
    return read(path.toString(), text(path));
  }

  /// The text of a file in UTF-8.
  ///
  /// @throws GodwitException CONFIG when the file cannot be read
  public static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (CharacterCodingException malformed) {
      throw GodwitException.config("manifest.encoding", "the file is not encoded in UTF-8")
          .at(new dev.godwit.manifest.internal.document.Mark(path.toString(), 1, 1).place(""))
          .causedBy(malformed);
    } catch (IOException unreadable) {
      throw GodwitException.config("manifest.unreadable", "cannot read the file " + path)
          .hint("Check that the file exists and may be read.")
          .causedBy(unreadable);
    }
  }

  /// Reads a text.
  ///
  /// @param file the name that errors give for the text
  /// @throws GodwitException CONFIG, with line and column, when the text is no YAML, when it has
  ///   more than one document, or when it is larger than any manifest could be
  public static Node read(String file, String text) {
    return read(file, text, Problems.REFUSE, null);
  }

  /// Reads a text to its end where that is possible.
  ///
  /// @param file the name that errors give for the text
  /// @param problems hears of what does not keep the text from being read
  /// @param keys takes the places of the names of fields; null when nobody asks for them
  /// @throws GodwitException as [#read(String, String)]
  public static Node read(String file, String text, Problems problems, @Nullable KeyMarks keys) {
    String content = JsonText.asYaml(text.startsWith("\uFEFF") ? text.substring(1) : text);
    for (int escapes = 0; ; escapes++) {
      try {
        return compose(file, content, problems, keys);
      } catch (YAMLException malformed) {
        int backslash = escapes < MAX_ESCAPES ? slashEscape(content, malformed) : -1;
        if (backslash < 0) {
          throw malformed(file, content, malformed);
        }
        content = content.substring(0, backslash) + content.substring(backslash + 1);
      }
    }
  }

  private static Node compose(
      String file, String text, Problems problems, @Nullable KeyMarks keys) {
    if (keys != null) {
      keys.clear();
    }
    ParserImpl parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
    Composer composer = new Composer(file, parser, problems, keys);
    Node root = composer.document();
    if (composer.shares()) {
      Limits.checkSize(root);
    }
    return root;
  }

  /// The backslash of an escaped slash, which PyYAML knows and the parser stumbles over; -1 where
  /// it was something else.
  private static int slashEscape(String text, YAMLException malformed) {
    if (!(malformed instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
      return -1;
    }
    int before = text.offsetByCodePoints(0, marked.getProblemMark().getIndex()) - 1;
    return before >= 0 && text.startsWith("\\/", before) ? before : -1;
  }

  private static GodwitException malformed(String file, String text, YAMLException cause) {
    int line = 1;
    int column = 1;
    String problem = "the text is not YAML";
    if (cause instanceof MarkedYAMLException marked) {
      Mark mark =
          marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
      line = mark == null ? 1 : mark.getLine() + 1;
      column = mark == null ? 1 : mark.getColumn() + 1;
      problem = marked.getProblem() == null ? problem : marked.getProblem();
    } else if (cause instanceof ReaderException reader) {
      String before = text.substring(0, Math.min(text.length(), reader.getPosition()));
      line = (int) before.chars().filter(character -> character == '\n').count() + 1;
      column = before.length() - before.lastIndexOf('\n');
      problem = "the text holds a character that YAML does not allow";
    }
    return GodwitException.config("manifest.yaml", problem)
        .at(new dev.godwit.manifest.internal.document.Mark(file, line, column).place(""))
        .causedBy(cause);
  }
}
