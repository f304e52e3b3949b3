package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads YAML 1.1, and with it JSON, the way PyYAML's safe loader does. Stateless.
public final class YamlReader {
  private static final Pattern INDENTATION = Pattern.compile("(?m)^[ \\t]+");

  private YamlReader() {}

  /// Reads a file in UTF-8.
  ///
  /// @throws GodwitException CONFIG when the file cannot be read or is no YAML
  public static Node read(Path path) {
    try {
      return read(path.toString(), Files.readString(path));
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
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(readable(text)), new LoaderOptions());
      Composer composer = new Composer(file, parser);
      Node root = composer.document();
      if (composer.shares()) {
        Limits.checkSize(root);
      }
      return root;
    } catch (YAMLException malformed) {
      throw malformed(file, text, malformed);
    }
  }

  /// JSON may be indented with tabs, YAML may not.
  private static String readable(String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    boolean json = content.startsWith("{") || content.startsWith("[");
    if (!json || content.indexOf('\t') < 0) {
      return content;
    }
    return INDENTATION.matcher(content).replaceAll(spaces -> " ".repeat(spaces.group().length()));
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
