package dev.godwit.manifest.internal.slice;

import dev.godwit.core.CursorRange;
import dev.godwit.core.error.GodwitException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Keeps a cursor to a stretch that somebody wants to read again.
public final class Stretch {
  private Stretch() {}

  /// The rules of a cursor that begins and ends with a range.
  ///
  /// @param range null for no limit
  /// @param rules null for a stream without a cursor
  /// @throws GodwitException CONFIG `source.no-backfill` when the cursor is no moment, and
  ///   `source.bad-range` when the range is none
  public static @Nullable CursorRules of(@Nullable CursorRange range, @Nullable CursorRules rules) {
    String from = range == null ? null : range.from();
    if (range == null || from == null) {
      return rules;
    }
    return switch (rules) {
      case DateRules dates -> within(from, range, dates);
      case CountRules _ -> throw refused("The stream's cursor is a count");
      case null -> throw refused("The stream has no cursor");
    };
  }

  private static GodwitException refused(String reason) {
    return GodwitException.config(
            "source.no-backfill", reason + ", so no stretch of it can be read again.")
        .hint("Leave it out with --streams, or read all of it with --full-refresh.");
  }

  private static DateRules within(String first, CursorRange range, DateRules rules) {
    OffsetDateTime from = moment(first, rules);
    String last = range.to();
    OffsetDateTime to = last == null ? null : moment(last, rules);
    if (to != null && to.isBefore(from)) {
      throw GodwitException.config(
              "source.bad-range", "The range ends before it begins: " + range.describe() + ".")
          .hint("Swap --from and --to.");
    }
    return rules.within(from, to);
  }

  private static OffsetDateTime moment(String text, DateRules rules) {
    OffsetDateTime own = rules.parseOrNull(text);
    if (own != null) {
      return own;
    }
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text)
          : LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw GodwitException.config("source.bad-range", "'" + text + "' is no date or time.")
          .hint("Write it as 2024-01-31 or 2024-01-31T10:00:00Z.")
          .causedBy(e);
    }
  }
}
