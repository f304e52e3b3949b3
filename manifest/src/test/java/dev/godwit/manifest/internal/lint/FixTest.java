package dev.godwit.manifest.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.Fix;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FixTest {
  private static String fixed(String text) {
    List<Fix> fixes =
        SmallManifest.lint(text).stream().map(Finding::fix).filter(Objects::nonNull).toList();
    return Fix.apply(text, fixes);
  }

  /// A piece of the manifest, a mistake in its place, and what that becomes.
  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of("cursor_field: updated", "cursor_feild: updated", "cursor_field: updated"),
        Arguments.of("cursor_field: updated", "'cursor_feild' : a", "'cursor_field' : a"),
        Arguments.of(
            "definitions/requester\"", "definitions/requestor\"", "definitions/requester\""),
        Arguments.of("type: PageIncrement", "type: PageIncrment", "type: PageIncrement"),
        Arguments.of("type: PageIncrement", "type: \"PageIncrment\"", "type: \"PageIncrement\""),
        Arguments.of(
            "http_method: GET", "http_method: GETT # as usual", "http_method: GET # as usual"),
        Arguments.of("cursor_field: updated", "cursor_field: 2024", "cursor_field: \"2024\""),
        Arguments.of("stream_names: [orders]", "stream_names: [order]", "stream_names: [orders]"),
        Arguments.of(
            "{type: PageIncrement,",
            "{start_from_page: 2,",
            "{type: PageIncrement, start_from_page: 2,"),
        Arguments.of(
            "type: ApiKeyAuthenticator", "type: ApiKeyAuthentcator", "type: ApiKeyAuthenticator"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void changesTheMistakeAndNothingElse(String piece, String mistake, String mended) {
    String around = SmallManifest.TEXT + "# end — ünd 𝄞\n\n";
    String text = around.replace(piece, mistake);
    assertThat(text).isNotEqualTo(around);

    assertThat(fixed(text)).isEqualTo(around.replace(piece, mended));
  }

  @Test
  void writesAMissingTypeOnALineOfItsOwn() {
    String flow = "{type: PageIncrement, page_size: 100}\n";
    String block =
        """

                  # counts
                  start_from_page: 1
                  page_size: 100
        """;
    String text = SmallManifest.TEXT.replace(flow, block);

    assertThat(fixed(text))
        .isEqualTo(
            SmallManifest.TEXT.replace(
                flow, block.replace("start_", "type: PageIncrement\n          start_")));
    assertThat(SmallManifest.lint(fixed(text))).isEmpty();
  }

  @Test
  void renamesAnAddressThatStandsAlone() {
    String text = SmallManifest.with("    url: ", "    url_base: ");

    assertThat(fixed(text)).isEqualTo(SmallManifest.TEXT);
  }

  @Test
  void keepsLineEndsOfWindows() {
    String text = SmallManifest.TEXT.replace("\n", "\r\n");

    assertThat(fixed(text.replace("cursor_field", "cursor_feild"))).isEqualTo(text);
  }

  @Test
  void leavesAloneWhatIsNoLongerThere() {
    Fix fix = new Fix(2, 3, "b", "c");

    assertThat(Fix.apply("a\n  b\n", List.of(fix))).isEqualTo("a\n  c\n");
    assertThat(Fix.apply("a\n  x\n", List.of(fix))).isEqualTo("a\n  x\n");
    assertThat(Fix.apply("a\n", List.of(fix))).isEqualTo("a\n");
    assertThat(Fix.apply("a\nb", List.of(fix))).isEqualTo("a\nb");
  }
}
