package dev.godwit.session.compare;

import java.util.List;

/// Something that is not as it was recorded.
///
/// @param stream empty for what was asked for the catalogue
/// @param summary for one line
/// @param details a line each; old values before new ones
public record Difference(Kind kind, String stream, String summary, List<String> details) {
  /// What differs.
  public enum Kind {
    REQUESTS,
    RECORDS,
    STATE,
    FAILURE
  }

  public Difference {
    details = List.copyOf(details);
  }
}
