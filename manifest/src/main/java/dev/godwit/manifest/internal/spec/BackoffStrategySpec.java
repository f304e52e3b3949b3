package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.HEADERS;
import static dev.godwit.manifest.internal.spec.Variable.RESPONSE;

import org.jspecify.annotations.Nullable;

/// How long to wait before another try. Every time is in seconds.
public sealed interface BackoffStrategySpec extends Component {
  /// Always as long.
  record ConstantBackoffStrategy(
      Origin origin,
      @Scope(CONFIG) @OneOf({Double.class, String.class}) Object backoffTimeInSeconds,
      @Nullable Double jitterRangeInSeconds)
      implements BackoffStrategySpec {}

  /// Twice as long each time.
  record ExponentialBackoffStrategy(
      Origin origin,
      @Scope(CONFIG) @Default("5") @OneOf({Double.class, String.class}) Object factor,
      @Nullable Double jitterRangeInSeconds)
      implements BackoffStrategySpec {}

  /// As long as a header says.
  ///
  /// @param regex regular expression whose first group is the time
  record WaitTimeFromHeader(
      Origin origin,
      @Scope(CONFIG) String header,
      @Nullable String regex,
      @Scope(CONFIG) @OneOf({Double.class, String.class}) @Nullable Object maxWaitingTimeInSeconds)
      implements BackoffStrategySpec {}

  /// As long as a template says.
  record WaitTimeFromResponse(
      Origin origin,
      @Scope({CONFIG, RESPONSE, HEADERS}) String waitTimeInSeconds,
      @Scope(CONFIG) @OneOf({Double.class, String.class}) @Nullable Object maxWaitingTimeInSeconds)
      implements BackoffStrategySpec {}

  /// Until the instant that a header says.
  ///
  /// @param regex regular expression whose first group is the instant
  record WaitUntilTimeFromHeader(
      Origin origin,
      @Scope(CONFIG) String header,
      @Scope(CONFIG) @OneOf({Double.class, String.class}) @Nullable Object minWait,
      @Scope(CONFIG) @Nullable String regex,
      @Scope(CONFIG) @OneOf({Double.class, String.class}) @Nullable Object maxWaitingTimeInSeconds)
      implements BackoffStrategySpec {}

  /// A strategy that a class outside the manifest implements.
  @OpenFields
  record CustomBackoffStrategy(Origin origin, String className) implements BackoffStrategySpec {}
}
