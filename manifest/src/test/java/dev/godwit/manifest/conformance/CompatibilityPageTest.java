package dev.godwit.manifest.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.conformance.CompatibilityPage.Result;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompatibilityPageTest {
  private static final List<Result> RESULTS =
      List.of(
          new Result("cases", "spec", 2, 2, 2),
          new Result("cases", "first", 2, 1_200, 1_199),
          new Result("features", "spec", 1, 1, 1));
  private static final Explanations.Key KEY =
      new Explanations.Key("cases", "source-a", "first rows");
  private static final Map<String, @Nullable Object> DISAGREEMENT =
      Map.of(
          "folder", "cases",
          "connector", "source-a",
          "run", "first rows",
          "problems", List.of("a|b differs"));

  private static String page(
      List<Map<String, @Nullable Object>> disagreements, Explanations explanations) {
    return new CompatibilityPage(RESULTS, disagreements, explanations).write();
  }

  @Test
  void countsWhatAgrees() {
    assertThat(page(List.of(), new Explanations(1_203, Map.of(), Map.of())))
        .contains(
            """
            1,202 of 1,203 runs agree.

            | runs that agree | spec | check | discover | first | resumed | fault |
            |---|---|---|---|---|---|---|
            | 2 public manifests | 2 |  |  | 1,199 of 1,200 |  |  |
            | 1 small manifests | 1 |  |  |  |  |  |
            """)
        .contains("There is none.")
        .doesNotContain("{{");
  }

  @Test
  void listsEveryDifferenceWithItsExplanation() {
    assertThat(page(List.of(DISAGREEMENT), new Explanations(1, Map.of(KEY, "Because."), Map.of())))
        .contains("| source-a, `first rows` | `a\\|b differs` | Because. |");
  }

  @Test
  void explanationsBelongToDifferencesOneByOne() {
    Explanations one = new Explanations(1, Map.of(KEY, "Because."), Map.of());
    Explanations none = new Explanations(1, Map.of(), Map.of());

    assertThat(none.missing(List.of(DISAGREEMENT))).containsExactly(KEY);
    assertThat(one.missing(List.of(DISAGREEMENT))).isEmpty();
    assertThat(one.stale(List.of())).containsExactly(KEY);
    assertThat(one.stale(List.of(DISAGREEMENT))).isEmpty();
  }
}
