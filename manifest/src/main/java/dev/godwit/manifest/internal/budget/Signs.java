package dev.godwit.manifest.internal.budget;

import dev.godwit.manifest.internal.http.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where answers tell about limits.
///
/// @param resetHeader when calls will be available again
/// @param remainingHeader how many calls are left
/// @param statuses those that say that none are left
record Signs(String resetHeader, String remainingHeader, Set<Integer> statuses) {
  static final Signs NONE = new Signs("", "", Set.of());

  /// Numbers of seconds below this are no moments, but the time to wait.
  private static final long FIRST_MOMENT = 1_000_000_000;

  /// How many calls are left; null where the answer does not say.
  @Nullable Long available(Response response) {
    Long said = number(response, remainingHeader);
    return said == null && statuses.contains(response.status()) ? (Long) 0L : said;
  }

  /// When calls will be available again, in microseconds; null where the answer does not say.
  @Nullable Long reset(Response response, long now) {
    Long said = number(response, resetHeader);
    if (said == null) {
      return null;
    }
    return said < FIRST_MOMENT ? now + said * 1_000_000 : said * 1_000_000;
  }

  private static @Nullable Long number(Response response, String header) {
    String value = response.headers().get(header);
    try {
      return value == null || value.isBlank() ? null : Long.valueOf(value.strip());
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
