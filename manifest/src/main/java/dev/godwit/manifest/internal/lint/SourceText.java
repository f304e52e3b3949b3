package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.document.KeyMarks;
import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.lint.Fix;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of a manifest, for changes that leave everything else as it is.
final class SourceText {
  /// A value or name that can be replaced without thinking about YAML: one word, or a quoted text
  /// without anything special in it.
  private static final Pattern TOKEN =
      Pattern.compile("'([^'\\n]*)'(?!')|\"([^\"\\\\\\n]*)\"|([\\w./+-]++)(?=[:,\\]}\\s]|$)");

  private final List<String> lines;
  private final KeyMarks keys;

  SourceText(String text, KeyMarks keys) {
    this.lines = text.lines().toList();
    this.keys = keys;
  }

  /// Where a field's name stands, or its value if the name cannot be found.
  Mark markOf(ObjectNode component, String field) {
    Node value = component.field(field);
    KeyMarks.Key key = keys.find(component.mark(), field, value == null ? null : value.mark());
    if (key != null) {
      return key.mark();
    }
    return value == null ? component.mark() : value.mark();
  }

  /// Writes another word in the place of one, in the same quotes; null where the place says
  /// something else.
  @Nullable Fix replace(Mark mark, String written, String word) {
    String token = token(mark, written);
    return token.isEmpty()
        ? null
        : new Fix(mark.line(), mark.column(), token, token.replace(written, word));
  }

  /// Puts a word in quotes; null where it has some or is no word.
  @Nullable Fix quote(Mark mark) {
    String token = token(mark);
    boolean bare = !token.isEmpty() && "'\"".indexOf(token.charAt(0)) < 0;
    return bare ? new Fix(mark.line(), mark.column(), token, '"' + token + '"') : null;
  }

  /// Gives an object a type, written before its first field; null where it has none.
  ///
  /// @param object where the object begins
  @Nullable Fix insertType(Mark object, String type) {
    KeyMarks.Key first = keys.first(object);
    String token = first == null ? "" : token(first.mark());
    if (first == null || token.isEmpty()) {
      return null;
    }
    Mark mark = first.mark();
    boolean flow = rest(object).startsWith("{");
    String quote = token.startsWith("\"") && flow ? "\"" : "";
    String field = quote + "type" + quote + ": " + quote + type + quote;
    String separator = flow ? ", " : "\n" + " ".repeat(mark.column() - 1);
    return new Fix(mark.line(), mark.column(), token, field + separator + token);
  }

  /// The word at a place as it is written there, quotes included; empty where there is none that
  /// stands for `word`.
  private String token(Mark mark, String word) {
    Matcher token = TOKEN.matcher(rest(mark));
    return token.lookingAt() && word.equals(content(token)) ? token.group() : "";
  }

  private String token(Mark mark) {
    Matcher token = TOKEN.matcher(rest(mark));
    return token.lookingAt() ? token.group() : "";
  }

  /// What the word at a place says; null where there is no word.
  @Nullable String word(Mark mark) {
    Matcher token = TOKEN.matcher(rest(mark));
    return token.lookingAt() ? content(token) : null;
  }

  private static @Nullable String content(Matcher token) {
    for (int group = 1; group <= token.groupCount(); group++) {
      if (token.group(group) != null) {
        return token.group(group);
      }
    }
    return null;
  }

  /// The rest of the line at a place.
  private String rest(Mark mark) {
    if (mark.line() < 1 || mark.line() > lines.size()) {
      return "";
    }
    String line = lines.get(mark.line() - 1);
    int column = mark.column() - 1;
    return column > line.codePointCount(0, line.length())
        ? ""
        : line.substring(line.offsetByCodePoints(0, column));
  }
}
