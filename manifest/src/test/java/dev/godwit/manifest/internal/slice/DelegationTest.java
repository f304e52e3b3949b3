package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pairs of streams of which a state chooses one.
class DelegationTest {
  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [items]}
      streams:
      - type: StateDelegatingStream
        name: items
        RETENTION
        full_refresh_stream:
          type: DeclarativeStream
          name: items
          $parameters: {where: all}
          retriever: &retriever
            type: SimpleRetriever
            requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: "{{ parameters.where }}"}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
        incremental_stream:
          type: DeclarativeStream
          name: NAME
          $parameters: {where: changes}
          retriever: *retriever
          incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d",
            start_datetime: "2024-01-01"}
      """;

  /// The path that is asked where the state is this one.
  private static String asked(String retention, Map<String, @Nullable Object> state)
      throws InterruptedException {
    return asked(retention, "items", state);
  }

  private static String asked(String retention, String name, Map<String, @Nullable Object> state)
      throws InterruptedException {
    Clock clock = Clock.fixed(Instant.parse("2024-03-10T12:00:00Z"), ZoneOffset.UTC);
    Surroundings surroundings = new Surroundings(clock, time -> {}, Map.of(), Log.NONE);
    String field = retention.isEmpty() ? "" : "api_retention_period: " + retention;
    try (Api api = Api.answering(asked -> Answered.json("[]"));
        Source source =
            Manifest.parse("pair.yaml", MANIFEST.replace("RETENTION", field).replace("NAME", name))
                .open(Map.of("api", api.url(""), "kept", "P30D"), surroundings)) {
      StreamName items = StreamName.of("items");
      ConfiguredStream stream =
          ConfiguredStream.byDefault(source.discover().find(items).orElseThrow());
      StreamState given = state.isEmpty() ? null : new StreamState(items, state);
      try (StreamReader reader = source.open(stream, given)) {
        Slice slice = Objects.requireNonNull(reader.nextSlice());
        try (SliceReader rows = reader.open(slice)) {
          assertThat(rows.next()).isNull();
        }
        reader.finish(slice);
        assertThat(reader.end(Extent.COMPLETE)).isNotNull();
      }
      return api.asked().getFirst().target();
    }
  }

  @Test
  void withoutAStateAllIsRead() throws InterruptedException {
    assertThat(asked("", Map.of())).isEqualTo("/all");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                     at,                           2020-01-01, /changes",
    "P30D,                   at,                           2024-03-01, /changes",
    "P30D,                   at,                           2024-02-01, /all",
    "\"{{ config['kept'] }}\", at,                         2024-02-01, /all",
    "P1Y,                    at,                           2024-02-01, /changes",
    "P30D,                   at,                           yesterday,  /all",
    "P30D,                   other,                        2024-03-01, /all",
    "P30D,                   __ab_no_cursor_state_message, true,       /changes",
  })
  void aStateThatTheApiStillKnowsLeadsToTheChanges(
      String retention, String key, String value, String expected) throws InterruptedException {
    assertThat(asked(retention, Map.of(key, value))).isEqualTo(expected);
  }

  @Test
  void theTwoMustHaveTheNameOfThePair() {
    assertThatThrownBy(() -> asked("", "others", Map.of()))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("manifest.delegating-stream"));
  }
}
