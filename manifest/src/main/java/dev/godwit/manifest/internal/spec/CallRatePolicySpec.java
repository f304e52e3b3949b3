package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A limit for certain calls.
public sealed interface CallRatePolicySpec extends Component {
  List<HttpRequestRegexMatcher> matchers();

  /// A number of calls per period, all periods starting where the last one ended.
  ///
  /// @param period ISO 8601 duration
  record FixedWindowCallRatePolicy(
      Origin origin, String period, int callLimit, List<HttpRequestRegexMatcher> matchers)
      implements CallRatePolicySpec {}

  /// A number of calls in any interval of a given length.
  record MovingWindowCallRatePolicy(
      Origin origin, List<Rate> rates, List<HttpRequestRegexMatcher> matchers)
      implements CallRatePolicySpec {}

  /// No limit.
  record UnlimitedCallRatePolicy(Origin origin, List<HttpRequestRegexMatcher> matchers)
      implements CallRatePolicySpec {}

  /// A number of calls per interval.
  ///
  /// @param limit a number or a template of one
  /// @param interval ISO 8601 duration
  @Untyped
  record Rate(
      Origin origin,
      @Scope(CONFIG) @OneOf({Long.class, String.class}) Object limit,
      String interval)
      implements Component {}

  /// Recognises calls; what is absent matches everything.
  ///
  /// @param weight how much of a limit a call uses up, a number or a template of one
  @Untyped
  record HttpRequestRegexMatcher(
      Origin origin,
      @Nullable String method,
      @Nullable String urlBase,
      @Nullable String urlPathPattern,
      @OrEmpty Map<String, @Nullable Object> params,
      @OrEmpty Map<String, @Nullable Object> headers,
      @OneOf({Long.class, String.class}) @Nullable Object weight)
      implements Component {}
}
