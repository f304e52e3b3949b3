package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.lint.LintCode;
import java.util.Set;

/// Durations that are written out and are none.
final class Durations implements Rule.OfField {
  private static final Set<String> FIELDS =
      Set.of(
          "DatetimeBasedCursor.step",
          "DatetimeBasedCursor.cursor_granularity",
          "DatetimeBasedCursor.lookback_window",
          "FixedWindowCallRatePolicy.period",
          "Rate.interval",
          "SessionTokenAuthenticator.expiration_duration",
          "StateDelegatingStream.api_retention_period",
          "RateLimitedMultipleTokenAuthenticator.max_wait_time",
          "RequestWindowSplitting.min_split_window");

  @Override
  public void check(BoundField field, Findings findings) {
    if (FIELDS.contains(field.type() + "." + field.name())
        && field.value() instanceof String text
        && !text.isEmpty()
        && !text.contains("{")
        && !isDuration(text)) {
      findings.add(
          LintCode.BAD_DURATION,
          field.node().mark(),
          field.path(),
          "'" + text + "' is not an ISO 8601 duration",
          "Write it as P1D or PT1H.",
          null);
    }
  }

  private static boolean isDuration(String text) {
    try {
      IsoDuration.parse(text);
      return true;
    } catch (PythonException _) {
      return false;
    }
  }
}
