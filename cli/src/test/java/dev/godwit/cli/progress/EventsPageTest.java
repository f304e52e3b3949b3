package dev.godwit.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.SampleSync;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Pause;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.docs.Page;
import dev.godwit.docs.Repository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The page that explains events names each event and each field.
class EventsPageTest {
  private static final StreamName ORDERS = StreamName.of("orders");
  private static final Set<String> COMMON = Set.of("event", "stream", "seconds");

  private final List<List<String>> rows =
      Repository.page("docs/reference/sync-output.md").tableRows("Events");

  @Test
  void namesEachEventWithItsFields() {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (List<String> row : rows) {
      if (row.size() > 3) {
        documented.put(code(row.getFirst()).iterator().next(), code(row.get(2)));
      }
    }

    assertThat(documented).isEqualTo(written());
  }

  @Test
  void explainsEachField() {
    Set<String> explained = new TreeSet<>();
    rows.stream().filter(row -> row.size() == 3).forEach(row -> explained.addAll(code(row.get(0))));

    Set<String> fields = new TreeSet<>();
    written().values().forEach(fields::addAll);
    assertThat(explained).isEqualTo(fields);
  }

  private static Set<String> code(String cell) {
    return new TreeSet<>(Page.code(cell).toList());
  }

  /// Events by their names, with all fields that they may have.
  private static Map<String, Set<String>> written() {
    SyncPlan plan = SampleSync.plan("orders");
    GodwitException error = GodwitException.system("x", "wrong");
    Pause pause = new Pause(Pause.Reason.RETRY, Duration.ofSeconds(1));
    ProgressTally tally = new ProgressTally(plan, () -> 0);
    List<SyncEvent> events =
        List.of(
            new SyncEvent.StreamStarted(ORDERS),
            new SyncEvent.Committed(ORDERS, 1),
            new SyncEvent.RowsRead(ORDERS, 1, 9, Traffic.NONE),
            new SyncEvent.Paused(ORDERS, pause, Traffic.NONE),
            new SyncEvent.SliceFailed(ORDERS, error),
            new SyncEvent.Retrying(ORDERS, 1, Duration.ofSeconds(10)),
            new SyncEvent.Warned(ORDERS, "look"),
            new SyncEvent.ReadingEnded(ORDERS, Extent.PARTIAL),
            new SyncEvent.StreamEnded(
                ORDERS, SampleSync.report(plan, 0, 1, Traffic.NONE, error), error));
    Map<String, Set<String>> fields = new TreeMap<>();
    for (SyncEvent event : events) {
      tally.on(event);
      add(fields, JsonWriter.text(EventJson.of(event, tally.now(ORDERS), tally.elapsed())));
    }
    add(fields, LogLine.json(Log.Level.WARN, "Oh."));
    return fields;
  }

  private static void add(Map<String, Set<String>> fields, String line) {
    ParsedJson json = ParsedJson.of(line);
    Set<String> names = new TreeSet<>();
    json.values().keySet().forEach(name -> names.add(name.toString()));
    names.removeAll(COMMON);
    fields.put(json.value("event").toString(), names);
  }
}
