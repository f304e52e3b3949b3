package dev.godwit.core.time;

import dev.godwit.core.error.GodwitException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;

/// Makes the clock that a process runs on.
public final class Clocks {
  /// The variable that freezes time, as an ISO instant: `2024-06-01T00:00:00Z`.
  public static final String NOW_VARIABLE = "GODWIT_NOW";

  private Clocks() {}

  /// The system's UTC clock, or one that stands still where `GODWIT_NOW` is set.
  ///
  /// @throws GodwitException CONFIG `clock.bad-now` when the variable is not an instant
  public static Clock fromEnvironment(Map<String, String> environment) {
    String now = environment.get(NOW_VARIABLE);
    if (now == null || now.isEmpty()) {
      return Clock.systemUTC();
    }
    try {
      return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw GodwitException.config("clock.bad-now", NOW_VARIABLE + " is not an instant: " + now)
          .hint("Write it as 2024-06-01T00:00:00Z.")
          .causedBy(e);
    }
  }
}
