package dev.godwit.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.SampleSync;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamSummaryTest {
  private static final StreamState MONDAY = SampleSync.state("{\"updated_at\": \"2024-01-01\"}");
  private static final StreamState TUESDAY = SampleSync.state("{\"updated_at\": \"2024-01-02\"}");

  private static String incremental(
      long rows, @Nullable StreamState before, @Nullable StreamState after) {
    return StreamSummary.of(
        SampleSync.report(
            SampleSync.plan(SyncMode.INCREMENTAL, WriteMode.APPEND_DEDUP, before),
            rows,
            Traffic.NONE,
            after,
            null));
  }

  private static StreamPlan refreshed(SyncMode syncMode, @Nullable StreamState before) {
    StreamPlan plan = SampleSync.plan(syncMode, WriteMode.OVERWRITE, before);
    return new StreamPlan(plan.stream(), Generation.replacing(3), before);
  }

  private static String summary(
      StreamPlan plan, long rows, @Nullable StreamState after, @Nullable GodwitException error) {
    return StreamSummary.of(SampleSync.report(plan, rows, Traffic.NONE, after, error));
  }

  @Test
  void aFirstSyncReadsFromTheBeginning() {
    assertThat(incremental(7, null, MONDAY))
        .isEqualTo(
            "incremental, all rows from the beginning; the next sync goes on from updated_at"
                + " 2024-01-01.");
    assertThat(incremental(0, null, null))
        .isEqualTo("incremental, the API has no rows; the next sync begins at the beginning.");
  }

  @Test
  void aLaterSyncTellsSinceWhenAndWhatIsNext() {
    assertThat(incremental(7, MONDAY, TUESDAY))
        .isEqualTo(
            "incremental, new and changed rows since updated_at 2024-01-01; the next sync goes on"
                + " from updated_at 2024-01-02.");
    assertThat(incremental(0, MONDAY, MONDAY))
        .isEqualTo(
            "incremental, nothing new since updated_at 2024-01-01; the next sync begins where this"
                + " one did.");
  }

  @Test
  void aBackfillTellsOfWhatAndThatTheStateStays() {
    SortedMap<String, Set<String>> europe = new TreeMap<>(Map.of("region", Set.of("eu")));
    StreamPlan plan =
        SampleSync.plan(SyncMode.INCREMENTAL, WriteMode.APPEND_DEDUP, null)
            .over(new CursorRange("2024-01-01", "2024-01-31", europe));
    assertThat(summary(plan, 7, MONDAY, null))
        .isEqualTo(
            "back-fill from 2024-01-01 to 2024-01-31 of region=eu, all rows; the place to go on"
                + " from stays.");
    assertThat(summary(plan.over(new CursorRange(null, null, europe)), 0, null, null))
        .startsWith("back-fill of region=eu, the API has no rows;");
  }

  @Test
  void aFullRefreshTellsWhatBecomesOfTheRowsBefore() {
    assertThat(summary(refreshed(SyncMode.FULL_REFRESH, null), 7, null, null))
        .isEqualTo(
            "full refresh, all rows, in place of any before; the next sync reads all again.");
    assertThat(summary(refreshed(SyncMode.FULL_REFRESH, null), 0, null, null))
        .startsWith("full refresh, the API has no rows, in place of any before; ");
    assertThat(summary(refreshed(SyncMode.INCREMENTAL, null), 7, MONDAY, null))
        .isEqualTo(
            "full refresh, all rows, in place of any before; the next sync goes on from updated_at"
                + " 2024-01-01.");
  }

  @Test
  void aRefreshThatWasInterruptedTellsWhereItGoesOn() {
    GodwitException error = GodwitException.system("x", "wrong");

    assertThat(summary(refreshed(SyncMode.INCREMENTAL, null), 7, MONDAY, error))
        .isEqualTo(
            "full refresh, 7 rows read, 0 of them stored; the rows before stay, and the next sync"
                + " goes on from updated_at 2024-01-01.");
    assertThat(summary(refreshed(SyncMode.FULL_REFRESH, null), 0, null, error))
        .isEqualTo("full refresh, no rows were read; the rows before stay.");
    assertThat(summary(refreshed(SyncMode.INCREMENTAL, MONDAY), 7, TUESDAY, null))
        .isEqualTo(
            "full refresh, the rest of what an earlier sync began, from updated_at 2024-01-01, in"
                + " place of any rows before; the next sync goes on from updated_at 2024-01-02.");
  }

  @Test
  void rowsOfAFullRefreshMayJoinTheOthers() {
    assertThat(
            summary(SampleSync.plan(SyncMode.FULL_REFRESH, WriteMode.APPEND, null), 7, null, null))
        .isEqualTo("full refresh, all rows from the beginning; the next sync reads all again.");
  }

  @Test
  void moreThanOneAttemptIsTold() {
    StreamReport once =
        SampleSync.report(
            SampleSync.plan(SyncMode.INCREMENTAL, WriteMode.APPEND_DEDUP, MONDAY),
            7,
            Traffic.NONE,
            TUESDAY,
            null);
    assertThat(StreamSummary.of(SampleSync.with(once, 3)))
        .contains("updated_at 2024-01-01, in 3 attempts; ");
  }

  @Test
  void aFailedStreamTellsWhatIsStored() {
    GodwitException error = GodwitException.system("x", "wrong");

    assertThat(
            StreamSummary.of(
                SampleSync.report(
                    SampleSync.plan(SyncMode.INCREMENTAL, WriteMode.APPEND_DEDUP, MONDAY),
                    1_200,
                    Traffic.NONE,
                    MONDAY,
                    error)))
        .isEqualTo(
            "incremental, 1,200 rows read, 0 of them stored; the next sync begins where this one"
                + " did.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": 7, \"at\": \"x\"} | id 7, at x",
        "{\"states\": [{}, {}], \"state\": {\"at\": \"x\"}} | at x in 2 partitions",
        "{\"states\": [{}], \"parent_state\": {}} | the positions of 1 partition",
        "{\"a\": {\"b\": 1}} | {\"a\":{\"b\":1}}",
        "{} | {}",
        "{\"at\": \"\\u001b[2J\"} | at \\u001b[2J",
      })
  void statesAreToldInFewWords(String state, String words) {
    assertThat(StateText.of(SampleSync.state(state))).isEqualTo(words);
  }

  @Test
  void longStatesAreCut() {
    String longState = "{\"at\": \"%s\"}".formatted("x".repeat(500));

    assertThat(StateText.of(SampleSync.state(longState))).hasSize(72).endsWith("…");
  }
}
