package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;

/// What answers mean and what follows from them.
public sealed interface ErrorHandlerSpec extends Component {
  /// Filters that classify answers, and the waits before another try.
  ///
  /// @param maxRetries a number or a template of one
  record DefaultErrorHandler(
      Origin origin,
      @OrEmpty List<BackoffStrategySpec> backoffStrategies,
      @Scope(CONFIG) @Default("5") @OneOf({Long.class, String.class}) Object maxRetries,
      @OrEmpty List<HttpResponseFilter> responseFilters)
      implements ErrorHandlerSpec {}

  /// Several handlers, asked in order.
  record CompositeErrorHandler(Origin origin, List<ErrorHandlerSpec> errorHandlers)
      implements ErrorHandlerSpec {}

  /// A handler that a class outside the manifest implements.
  @OpenFields
  record CustomErrorHandler(Origin origin, String className) implements ErrorHandlerSpec {}
}
