package dev.godwit.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Markdown page.
///
/// @param file where it lies, absolute
/// @param text all of it
public record Page(Path file, String text) {
  private static final Pattern FENCED =
      Pattern.compile("^```(\\w*)[^\\n]*\\n(.*?)^```\\h*$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

  /// A fenced block.
  ///
  /// @param language what follows the opening fence; may be empty
  public record Block(String language, String text) {}

  static Page read(Path file) {
    return new Page(file, Repository.text(file));
  }

  String path() {
    return Repository.relative(file);
  }

  /// Fenced blocks in their order.
  List<Block> blocks() {
    return FENCED
        .matcher(text)
        .results()
        .map(block -> new Block(block.group(1), block.group(2)))
        .toList();
  }

  /// Targets of links that stay in the repository.
  List<String> localLinks() {
    return LINK.matcher(prose())
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .toList();
  }

  /// What links can name after a `#`, as web sites make it of headings.
  List<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
        .toList();
  }

  /// Rows of tables below the heading of that text, cells apart, without the tables' heads.
  public List<List<String>> tableRows(String heading) {
    Matcher section =
        Pattern.compile(
                "^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#+ |\\z)",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(text);
    return section.find() ? rows(section.group(1)) : List.of();
  }

  /// As above, of all tables.
  List<List<String>> tableRows() {
    return rows(prose());
  }

  /// Words in code font in a text.
  public static Stream<String> code(String text) {
    return CODE.matcher(text).results().map(word -> word.group(1));
  }

  private String prose() {
    return FENCED.matcher(text).replaceAll("");
  }

  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    boolean inBody = false;
    for (String line : text.lines().toList()) {
      if (line.matches("\\|[-| :]+")) {
        inBody = true;
      } else if (!line.startsWith("|")) {
        inBody = false;
      } else if (inBody) {
        rows.add(Stream.of(line.substring(1).split("\\|", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }

  /// Every match of a pattern in the page.
  List<MatchResult> matches(Pattern pattern) {
    return pattern.matcher(text).results().toList();
  }
}
