package dev.godwit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.row.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {
  enum Status {
    OPEN,
    PAID_LATE
  }

  record Everything(
      boolean yes,
      int number,
      Long large,
      double share,
      BigInteger huge,
      BigDecimal exact,
      String text,
      Instant at,
      OffsetDateTime offset,
      LocalDate day,
      LocalTime hour,
      LocalDateTime local,
      UUID uuid,
      URI uri,
      Status status,
      List<Integer> list,
      Set<String> set,
      Map<String, Double> map,
      Optional<String> optional,
      Object any) {}

  @Test
  void valuesBecomeWhatTheComponentsAre() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("yes", true);
    row.put("number", 7L);
    row.put("large", 1L << 40);
    row.put("share", 2L);
    row.put("huge", BigInteger.TWO.pow(80));
    row.put("exact", "0.10");
    row.put("text", "t");
    row.put("at", "2024-03-01T10:00:00Z");
    row.put("offset", "2024-03-01T10:00:00+02:00");
    row.put("day", "2024-03-01");
    row.put("hour", "10:30");
    row.put("local", "2024-03-01 10:00:00");
    row.put("uuid", "00000000-0000-0001-0000-000000000002");
    row.put("uri", "https://example.com/a");
    row.put("status", "paid-late");
    row.put("list", List.of(1L, 2L));
    row.put("set", List.of("a", "a"));
    row.put("map", Map.of("k", 1.5));
    row.put("any", Map.of("k", "v"));
    assertThat(Row.of(row).as(Everything.class))
        .isEqualTo(
            new Everything(
                true,
                7,
                1L << 40,
                2.0,
                BigInteger.TWO.pow(80),
                new BigDecimal("0.10"),
                "t",
                Instant.parse("2024-03-01T10:00:00Z"),
                OffsetDateTime.parse("2024-03-01T10:00:00+02:00"),
                LocalDate.of(2024, 3, 1),
                LocalTime.of(10, 30),
                LocalDateTime.of(2024, 3, 1, 10, 0),
                new UUID(1, 2),
                URI.create("https://example.com/a"),
                Status.PAID_LATE,
                List.of(1, 2),
                Set.of("a"),
                Map.of("k", 1.5),
                Optional.empty(),
                Map.of("k", "v")));
  }

  record Named(int createdAt, int URLPath, @FieldName("Other Name") int other) {}

  @Test
  void namesAreTheirOwnOrInSnakeCaseOrAnnotated() {
    assertThat(Row.of(Map.of("created_at", 1L, "url_path", 2L, "Other Name", 3L)).as(Named.class))
        .isEqualTo(new Named(1, 2, 3));
    assertThat(Row.of(Map.of("createdAt", 1L, "URLPath", 2L, "Other Name", 3L)).as(Named.class))
        .isEqualTo(new Named(1, 2, 3));
  }

  record Point(int x) {}

  record Path(List<Point> points, @Nullable Path next) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text           | x is text, not an int",
        "1.5            | x is a number that is not an int",
        "99999999999    | x is a number that is not an int",
        "null           | x is null",
        "true           | x is a boolean, not an int"
      })
  void aMisfitIsNamedAndItsValueIsNotShown(String value, String problem) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(
        "x",
        switch (value) {
          case "null" -> null;
          case "true" -> true;
          case "1.5" -> 1.5;
          case "99999999999" -> 99999999999L;
          default -> value;
        });
    assertThatThrownBy(() -> Row.of(row).as(Point.class))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONTRACT);
              assertThat(e.code()).isEqualTo("row.misfit");
              assertThat(e.message()).contains("Point", problem);
            });
  }

  @Test
  void aMisfitDeepInsideHasItsPath() {
    Map<String, Object> row =
        Map.of(
            "points", List.of(),
            "next", Map.of("points", List.of(Map.of("x", 1L), Map.of("x", "private"))));
    assertThatThrownBy(() -> Row.of(row).as(Path.class))
        .hasMessageContaining("next.points[1].x is text, not an int")
        .hasMessageNotContaining("private");
  }

  @NullMarked
  record Marked(String name, @Nullable String nick) {}

  @NullUnmarked
  record Unmarked(String name) {}

  @Test
  void nullIsTakenWhereItIsAllowed() {
    assertThat(Row.of(Map.of("name", "Ann")).as(Marked.class)).isEqualTo(new Marked("Ann", null));
    assertThatThrownBy(() -> Row.of(Map.of("nick", "a")).as(Marked.class))
        .hasMessageContaining("name is missing");
    assertThat(Row.of(Map.of()).as(Unmarked.class)).isEqualTo(new Unmarked(null));
  }

  record Positive(int x) {
    Positive {
      if (x < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  @Test
  void aRecordMayRefuseItsValues() {
    assertThatThrownBy(() -> Row.of(Map.of("x", -1L)).as(Positive.class))
        .hasMessageContaining("refused by Positive");
  }

  record Locked(Lock lock) {}

  @Test
  void typesThatJsonCannotBecomeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordReader.of(Locked.class))
        .withMessageContaining("Lock");
  }
}
