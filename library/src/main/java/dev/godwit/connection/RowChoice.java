package dev.godwit.connection;

import dev.godwit.core.StreamRules;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import org.jspecify.annotations.Nullable;

/// Which rows of a stream land.
///
/// @param where a condition over their fields; null for all
/// @param sample the share of rows, above 0 and at most 1
/// @param limit how many at most
public record RowChoice(@Nullable String where, double sample, long limit) {
  public static final RowChoice ALL = new RowChoice(null, 1, StreamRules.UNLIMITED);

  static RowChoice read(Section section) {
    Double sample = section.share("sample");
    Long limit = section.number("limit");
    if (sample != null && !(sample > 0 && sample <= 1)) {
      throw wrong(section, "sample", "is a share of the rows, above 0 and at most 1");
    }
    if (limit != null && limit < 1) {
      throw wrong(section, "limit", "is a number of rows, at least 1");
    }
    return new RowChoice(
        section.text("where"),
        sample == null ? 1 : sample,
        limit == null ? StreamRules.UNLIMITED : limit);
  }

  private static GodwitException wrong(Section section, String key, String what) {
    return GodwitException.config("connection.value", key + " " + what + ".")
        .at(Place.file(null, 0, 0, section.path(key)));
  }

  public boolean isLimited() {
    return limit != StreamRules.UNLIMITED;
  }
}
