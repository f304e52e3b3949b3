package dev.godwit.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.SampleSync;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.docs.Page;
import dev.godwit.docs.Repository;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The page that explains the report names each of its fields.
class ReportPageTest {
  private static final Page PAGE = Repository.page("docs/reference/sync-output.md");

  private final ParsedJson report = report();

  @Test
  void explainsEachFieldOfTheReport() {
    assertThat(explained("The report as JSON")).isEqualTo(fields(report));
  }

  @Test
  void explainsEachFieldOfAStream() {
    assertThat(explained("Streams in the report"))
        .isEqualTo(fields(report.objects("streams").getFirst()));
  }

  private static Set<String> explained(String heading) {
    Set<String> names = new TreeSet<>();
    for (List<String> row : PAGE.tableRows(heading)) {
      names.addAll(Page.code(row.getFirst()).toList());
    }
    return names;
  }

  private static Set<String> fields(ParsedJson json) {
    Set<String> names = new TreeSet<>();
    json.values().keySet().forEach(name -> names.add(name.toString()));
    return names;
  }

  /// With every field that there may be.
  private static ParsedJson report() {
    SyncPlan plan = SampleSync.plan("orders");
    GodwitException error = GodwitException.system("x", "wrong");
    SyncReport report =
        new SyncReport(
            plan,
            List.of(SampleSync.report(plan, 0, 1, Traffic.NONE, error)),
            Duration.ofSeconds(1));
    return ParsedJson.of(JsonWriter.text(SyncJson.of(report, false)));
  }
}
