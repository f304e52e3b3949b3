package dev.godwit.manifest.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The page that says where this engine differs from the reference. What stands in it by hand is in
/// `compatibility-page.txt`.
///
/// @param results by folder and kind
/// @param disagreements as in the report of the test
record CompatibilityPage(
    List<Result> results,
    List<Map<String, @Nullable Object>> disagreements,
    Explanations explanations) {
  private static final List<String> KINDS =
      List.of("spec", "check", "discover", "first", "resumed", "fault");

  /// How many runs of a kind there are, and how many of them agree.
  record Result(String folder, String kind, int manifests, int runs, int agree) {
    String words() {
      return agree == runs ? count(runs) : count(agree) + " of " + count(runs);
    }
  }

  String write() {
    return text("compatibility-page.txt")
        .replace("{{results}}\n", resultTable())
        .replace("{{differences}}\n", differenceTable());
  }

  private String resultTable() {
    int runs = results.stream().mapToInt(Result::runs).sum();
    int agree = results.stream().mapToInt(Result::agree).sum();
    List<String> lines = new ArrayList<>();
    lines.add("%s of %s runs agree.".formatted(count(agree), count(runs)));
    lines.add("");
    lines.add("| runs that agree | " + String.join(" | ", KINDS) + " |");
    lines.add("|---|" + "---|".repeat(KINDS.size()));
    lines.add(row("cases", "public manifests"));
    lines.add(row("features", "small manifests"));
    return String.join("\n", lines) + "\n";
  }

  private String row(String folder, String what) {
    List<Result> here = results.stream().filter(result -> result.folder().equals(folder)).toList();
    List<String> cells = new ArrayList<>();
    cells.add(count(here.getFirst().manifests()) + " " + what);
    for (String kind : KINDS) {
      cells.add(
          here.stream()
              .filter(result -> result.kind().equals(kind))
              .map(Result::words)
              .findFirst()
              .orElse(""));
    }
    return "| " + String.join(" | ", cells) + " |";
  }

  private String differenceTable() {
    if (disagreements.isEmpty()) {
      return "There is none.\n";
    }
    List<String> lines = new ArrayList<>();
    lines.add("| run | difference | why |");
    lines.add("|---|---|---|");
    disagreements.stream().map(this::difference).sorted().forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private String difference(Map<String, @Nullable Object> disagreement) {
    Explanations.Key key = Explanations.Key.of(disagreement);
    String problems =
        String.join(
            "<br>",
            Json.texts(disagreement.get("problems")).stream()
                .map(CompatibilityPage::code)
                .toList());
    String why = explanations.reasons().getOrDefault(key, "not explained");
    return "| %s, %s | %s | %s |".formatted(key.connector(), code(key.run()), problems, why);
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|").replace('`', '\'').replace('\n', ' ') + "`";
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String text(String resource) {
    try (InputStream in = CompatibilityPage.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
