package dev.godwit.core.fit;

import org.jspecify.annotations.Nullable;

/// What becomes of a value in its column.
///
/// @param value null where the column stays empty
/// @param change what had to be done to the value; null where nothing was lost
public record Fit(@Nullable Object value, @Nullable Change change) {
  /// The changes that Airbyte's `_airbyte_meta` knows, as far as they happen here.
  public enum Change {
    /// The value is none of the column's type.
    MISFIT("NULLED", "DESTINATION_TYPECAST_ERROR"),
    /// The value is larger than anything that the column can hold.
    TOO_LARGE("NULLED", "DESTINATION_FIELD_SIZE_LIMITATION"),
    /// The value has more digits than the column.
    CUT("TRUNCATED", "DESTINATION_FIELD_SIZE_LIMITATION"),
    /// A part of the value has no form that DuckDB reads.
    REPLACED("TRUNCATED", "DESTINATION_SERIALIZATION_ERROR");

    private final String change;
    private final String reason;

    Change(String change, String reason) {
      this.change = change;
      this.reason = reason;
    }

    /// `NULLED` or `TRUNCATED`.
    public String change() {
      return change;
    }

    /// The reason's name in the protocol.
    public String reason() {
      return reason;
    }
  }

  public static final Fit MISFIT = new Fit(null, Change.MISFIT);
  public static final Fit TOO_LARGE = new Fit(null, Change.TOO_LARGE);

  public static Fit whole(Object value) {
    return new Fit(value, null);
  }

  /// A value, or a misfit where there is none.
  public static Fit orMisfit(@Nullable Object value) {
    return value == null ? MISFIT : whole(value);
  }
}
