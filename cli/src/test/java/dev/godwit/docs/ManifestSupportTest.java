package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of supported components refuses what the compilers refuse, and names every component.
class ManifestSupportTest {
  private static final Page PAGE = Repository.page("docs/reference/manifest-support.md");

  private static final String ENGINE = "manifest/src/main/java/dev/godwit/manifest/internal/";

  /// A component that a switch refuses by its type.
  private static final Pattern TYPE =
      Pattern.compile("case (?:\\w+\\.)*(\\w+) \\w+ ->\\s*throw Unsupported\\.component");

  /// A component that is refused as the value of a field.
  private static final Pattern VALUE =
      Pattern.compile("throw Unsupported\\.component\\(\\w+\\.(\\w+)\\(\\)");

  /// A field that is refused, whatever its value.
  private static final Pattern FIELD =
      Pattern.compile("throw Unsupported\\.field\\(\\w+,\\s*\"(\\w+)\"\\)");

  private static final Pattern COMPONENT =
      Pattern.compile("\\brecord ([A-Z]\\w+)\\(\\s*Origin origin");

  /// Nodes that have no type in manifests, or never stand for themselves.
  private static final Pattern UNTYPED =
      Pattern.compile("@Untyped\\s+(?:@\\w+\\s+)*(?:public )?record (\\w+)");

  /// A text among request parameters: a record of ours that manifests have no name for.
  private static final String UNNAMED = "TextParameter";

  @Test
  void refusesWhatTheCompilersRefuse() {
    assertThat(refusedOnThePage()).isEqualTo(refusedInSource());
  }

  @Test
  void namesEveryComponent() {
    Set<String> missing = found("spec/", COMPONENT);
    missing.removeAll(found("spec/", UNTYPED));
    missing.remove(UNNAMED);
    missing.removeAll(Page.code(PAGE.text()).toList());

    assertThat(missing).isEmpty();
  }

  private static Set<String> refusedOnThePage() {
    return PAGE.tableRows("Refused").stream()
        .map(List::getFirst)
        .flatMap(Page::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> refusedInSource() {
    Set<String> refused = found("", TYPE);
    found("", VALUE).forEach(accessor -> refused.add(snakeCase(accessor)));
    refused.addAll(found("", FIELD));
    return refused;
  }

  private static Set<String> found(String folder, Pattern pattern) {
    return Repository.mainSources().stream()
        .filter(file -> Repository.relative(file).startsWith(ENGINE + folder))
        .flatMap(file -> pattern.matcher(Repository.text(file)).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String snakeCase(String accessor) {
    return accessor.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
