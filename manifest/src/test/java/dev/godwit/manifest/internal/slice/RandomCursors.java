package dev.godwit.manifest.internal.slice;

import dev.godwit.manifest.internal.python.DatetimeFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Cases for {@link CursorPlay} out of a seeded generator: formats, steps, look-backs, clamping,
/// states of both forms, slices that end out of order, values that fit no format.
final class RandomCursors {
  private static final List<String> FORMATS =
      List.of(
          "%Y-%m-%dT%H:%M:%SZ",
          "%Y-%m-%d",
          "%s",
          "%ms",
          "%s_as_float",
          "%epoch_microseconds",
          "%Y-%m-%dT%H:%M:%S.%f%z",
          "%Y-%m-%dT%H:%M:%S%z",
          "%Y-%m-%dT%H:%M:%S.%_msZ",
          "%d.%m.%Y %H:%M",
          "%Y%m%d");

  private static final List<String> STEPS =
      List.of("PT12H", "P1D", "P3D", "P1W", "P10D", "P30D", "P1M", "P2M15D", "P1Y", "P0D");
  private static final List<String> UNITS =
      List.of("PT0.001S", "PT1S", "PT1H", "P1D", "P1M", "PT0.000001S");
  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  private final Random random;

  RandomCursors(long seed) {
    random = new Random(seed);
  }

  List<@Nullable Object> next() {
    Map<String, @Nullable Object> cursor = new LinkedHashMap<>();
    String format = one(FORMATS);
    cursor.put("type", "DatetimeBasedCursor");
    cursor.put("cursor_field", "at");
    cursor.put("datetime_format", format);
    cursor.put("start_datetime", text(format));
    if (chance(2)) {
      cursor.put("end_datetime", bounded(format));
    }
    if (chance(2)) {
      cursor.put("cursor_datetime_formats", List.of(one(FORMATS), one(FORMATS)));
    }
    if (!chance(3)) {
      cursor.put("step", one(STEPS));
      cursor.put("cursor_granularity", one(UNITS));
    }
    if (chance(3)) {
      cursor.put("lookback_window", one(STEPS));
    }
    if (chance(4)) {
      cursor.put("clamping", clamping());
    }
    if (chance(4)) {
      cursor.put("is_compare_strictly", true);
    }
    List<@Nullable Object> row = new ArrayList<>();
    row.add(cursor);
    row.add(state(format));
    row.add(reads(format));
    return row;
  }

  private Object bounded(String format) {
    return chance(2)
        ? text(format)
        : Map.of(
            "type", "MinMaxDatetime",
            "datetime", text(format),
            "min_datetime", text(format),
            "max_datetime", text(format));
  }

  private Map<String, @Nullable Object> clamping() {
    Map<String, @Nullable Object> clamping = new LinkedHashMap<>();
    clamping.put("target", one(List.of("DAY", "WEEK", "MONTH")));
    clamping.put("target_details", Map.of("weekday", one(DAYS)));
    return clamping;
  }

  private Map<String, @Nullable Object> state(String format) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    switch (random.nextInt(6)) {
      case 0, 1 -> {}
      case 2 -> state.put("other", 1L);
      case 3 -> {
        state.put("state_type", "date-range");
        state.put("slices", slices(format));
      }
      default -> state.put("at", text(format));
    }
    return state;
  }

  private List<@Nullable Object> slices(String format) {
    List<@Nullable Object> slices = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      OffsetDateTime start = moment();
      Map<String, @Nullable Object> slice = new LinkedHashMap<>();
      slice.put("start", DatetimeFormat.format(start, format));
      slice.put("end", DatetimeFormat.format(start.plusDays(random.nextInt(40)), format));
      if (chance(2)) {
        slice.put("most_recent_cursor_value", text(format));
      }
      slices.add(slice);
    }
    return slices;
  }

  private List<@Nullable Object> reads(String format) {
    List<@Nullable Object> reads = new ArrayList<>();
    List<Long> numbers = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 4L, 7L));
    Collections.shuffle(numbers, random);
    for (Long number : numbers.subList(0, random.nextInt(5))) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        values.add(chance(10) ? "junk" : chance(10) ? null : text(format));
      }
      List<@Nullable Object> read = new ArrayList<>();
      read.add(number);
      read.add(values);
      reads.add(read);
    }
    return reads;
  }

  private String text(String format) {
    return DatetimeFormat.format(moment(), format);
  }

  /// Some time within a year, half of them midnights.
  private OffsetDateTime moment() {
    OffsetDateTime midnight =
        LocalDate.of(2023, 3, 15)
            .plusDays(random.nextInt(365))
            .atStartOfDay()
            .atOffset(ZoneOffset.ofHours(chance(4) ? random.nextInt(5) - 2 : 0));
    return chance(2)
        ? midnight
        : midnight.plusNanos(1_000L * random.nextLong(24L * 3600 * 1_000_000));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
