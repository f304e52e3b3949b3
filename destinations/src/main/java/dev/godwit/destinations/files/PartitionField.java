package dev.godwit.destinations.files;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.fit.TimeText;
import dev.godwit.destinations.internal.ledger.FileNames;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field by whose values files are parted, as a user writes it: `country`, or `created_at:day`.
///
/// @param key of a field of the rows
/// @param unit what of a time counts; null where the value itself does
record PartitionField(String key, @Nullable Unit unit) {
  /// The folder of rows without a value, as Hive has it.
  private static final String NOTHING = "__HIVE_DEFAULT_PARTITION__";

  /// Parts of a time, in UTC.
  enum Unit {
    YEAR("uuuu"),
    MONTH("uuuu-MM"),
    DAY("uuuu-MM-dd"),
    HOUR("uuuu-MM-dd-HH");

    private final DateTimeFormatter form;

    Unit(String pattern) {
      this.form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @throws GodwitException CONFIG `files.bad-partition` when the unit is none
  static PartitionField of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return new PartitionField(text, null);
    }
    String name = text.substring(colon + 1);
    Unit unit =
        Stream.of(Unit.values())
            .filter(known -> known.wireName().equals(name))
            .findFirst()
            .orElseThrow(() ->
                GodwitException.config(
                        "files.bad-partition",
                        "Files can't be parted by '%s' of a time.".formatted(name))
                    .hint(
                        "There are "
                            + String.join(
                                ", ", List.of(Unit.values()).stream().map(Unit::wireName).toList())
                            + "."));
    return new PartitionField(text.substring(0, colon), unit);
  }

  /// The name in front of the folders' values: `created_at_day`.
  String name() {
    return unit == null ? key : key + "_" + unit.wireName();
  }

  /// The folder of a value: `created_at_day=2024-02-29`.
  ///
  /// @param value plain
  String folder(@Nullable Object value) {
    String text = value == null ? "" : unit == null ? value.toString() : time(value.toString());
    return FileNames.part(name()) + "=" + (text.isEmpty() ? NOTHING : FileNames.part(text));
  }

  private String time(String text) {
    LocalDateTime utc = TimeText.utc(text);
    return utc == null || unit == null ? "" : unit.form.format(utc);
  }
}
