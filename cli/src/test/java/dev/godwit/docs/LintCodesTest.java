package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.lint.LintCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The page of lint has every code with its severity and meaning, in the order of the source.
class LintCodesTest {
  private static final Page PAGE = Repository.page("docs/reference/lint.md");

  @Test
  void thePageSaysOfEveryCodeWhatTheSourceSays() {
    List<List<String>> documented =
        PAGE.tableRows().stream()
            .filter(row -> row.getFirst().startsWith("`"))
            .map(row -> row.subList(0, 3))
            .toList();

    assertThat(documented)
        .isEqualTo(Arrays.stream(LintCode.values()).map(LintCodesTest::row).toList());
  }

  private static List<String> row(LintCode code) {
    String severity = code.severity().name().toLowerCase(Locale.ROOT);
    return List.of("`" + code + "`", severity, code.meaning());
  }
}
