package dev.godwit.manifest.internal.python;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The `tzinfo` of a datetime: a fixed offset with its name.
///
/// @param name what `%Z` prints; null prints nothing
/// @param repr how the object prints inside the datetime's repr
public record Zone(ZoneOffset offset, @Nullable String name, String repr) {
  /// `datetime.timezone.utc`
  public static final Zone UTC = new Zone(ZoneOffset.UTC, "UTC", "datetime.timezone.utc");

  /// `pytz.utc`
  public static final Zone PYTZ_UTC = new Zone(ZoneOffset.UTC, "UTC", "<UTC>");

  /// A `datetime.timezone` without a name of its own.
  public static Zone fixed(ZoneOffset offset) {
    if (offset.equals(ZoneOffset.UTC)) {
      return UTC;
    }
    TimeDelta delta = TimeDelta.ofSeconds(offset.getTotalSeconds());
    return new Zone(offset, "UTC" + offset.getId(), "datetime.timezone(" + Repr.repr(delta) + ")");
  }

  /// A `datetime.timezone` with a name.
  public static Zone named(ZoneOffset offset, String name) {
    TimeDelta delta = TimeDelta.ofSeconds(offset.getTotalSeconds());
    return new Zone(
        offset, name, "datetime.timezone(" + Repr.repr(delta) + ", " + Repr.repr(name) + ")");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Zone zone && offset.equals(zone.offset);
  }

  @Override
  public int hashCode() {
    return offset.hashCode();
  }
}
