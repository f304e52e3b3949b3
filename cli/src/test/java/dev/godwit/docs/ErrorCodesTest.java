package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of errors has every code of the source, with its kinds, and no other.
class ErrorCodesTest {
  private static final Page PAGE = Repository.page("docs/reference/exit-codes-and-errors.md");

  /// Of a table of codes: code, kind, meaning, what to do.
  private static final int COLUMNS = 4;

  /// An error that is made: its kind and its code.
  private static final Pattern MADE =
      Pattern.compile("\\b(config|transientError|system|contract)\\(\\s*\"([^\"]+)\"\\s*,");

  /// What looks like a code and is handed to a method that makes the error.
  private static final Pattern HANDED_ON =
      Pattern.compile("\\(\\s*\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"\\s*,");

  /// What looks like a code and is chosen from several.
  private static final Pattern CHOSEN = Pattern.compile("-> \"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\";");

  /// Codes that are put together: a family, and the constants of an enum.
  private static final Pattern COMPUTED = Pattern.compile("\"([a-z]+)\\.\" \\+ \\w+\\.name\\(\\)");

  private static final Pattern PYTHON_KIND =
      Pattern.compile("^ {4}([A-Z_]+)\\(\"", Pattern.MULTILINE);

  @Test
  void everyCodeIsDocumented() {
    Set<String> missing = codesInSource();
    missing.removeAll(documented().keySet());

    assertThat(missing).isEmpty();
  }

  @Test
  void everyDocumentedCodeExists() {
    Set<String> invented = new TreeSet<>(documented().keySet());
    invented.removeAll(codesInSource());

    assertThat(invented).isEmpty();
  }

  @Test
  void everyCodeIsDocumentedWithItsKinds() {
    Map<String, String> documented = documented();
    List<String> missing =
        allMatches(MADE).stream()
            .filter(made -> !documented.getOrDefault(made.group(2), "").contains(kind(made)))
            .map(made -> made.group(2) + " is " + kind(made))
            .distinct()
            .toList();

    assertThat(missing).isEmpty();
  }

  private static String kind(MatchResult made) {
    return made.group(1).equals("transientError") ? "transient" : made.group(1);
  }

  /// Kinds by code.
  private static Map<String, String> documented() {
    Map<String, String> kinds = new HashMap<>();
    for (List<String> row : PAGE.tableRows()) {
      if (row.size() > COLUMNS) {
        Page.code(row.getFirst()).forEach(code -> kinds.put(code, row.get(1)));
      }
    }
    return kinds;
  }

  private static Set<String> codesInSource() {
    Set<String> codes = new TreeSet<>();
    allMatches(MADE).forEach(made -> codes.add(made.group(2)));
    Set<String> families = families(codes);
    Stream.of(HANDED_ON, CHOSEN)
        .flatMap(pattern -> allMatches(pattern).stream())
        .map(match -> match.group(1))
        .filter(code -> families.contains(family(code)))
        .forEach(codes::add);
    allMatches(COMPUTED).forEach(match -> codes.addAll(computed(match.group(1))));
    return codes;
  }

  private static Set<String> computed(String family) {
    Path kinds =
        Repository.ROOT.resolve(
            "manifest/src/main/java/dev/godwit/manifest/internal/python/PythonException.java");
    return PYTHON_KIND
        .matcher(Repository.text(kinds))
        .results()
        .map(kind -> kind.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
        .map(kind -> family + "." + kind)
        .collect(Collectors.toSet());
  }

  private static Set<String> families(Set<String> codes) {
    Set<String> families = new HashSet<>();
    codes.stream().filter(code -> code.contains(".")).forEach(code -> families.add(family(code)));
    return families;
  }

  private static String family(String code) {
    return code.substring(0, code.indexOf('.'));
  }

  private static List<MatchResult> allMatches(Pattern pattern) {
    return Repository.mainSources().stream()
        .flatMap(file -> pattern.matcher(Repository.text(file)).results())
        .toList();
  }
}
