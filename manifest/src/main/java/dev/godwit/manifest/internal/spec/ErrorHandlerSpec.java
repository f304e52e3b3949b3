package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import dev.godwit.manifest.internal.spec.BackoffStrategySpec.CustomBackoffStrategy;
import java.util.List;

/// What answers mean and what follows from them.
public sealed interface ErrorHandlerSpec extends Component {
  /// Filters that classify answers, and the waits before another try.
  ///
  /// @param maxRetries a number or a template of one
  record DefaultErrorHandler(
      Origin origin,
      @CustomType(CustomBackoffStrategy.class) @OrEmpty List<BackoffStrategySpec> backoffStrategies,
      @Scope(CONFIG) @Default("5") @OneOf({Long.class, String.class}) Object maxRetries,
      @DefaultType(HttpResponseFilter.class) @OrEmpty List<HttpResponseFilter> responseFilters)
      implements ErrorHandlerSpec {}

  /// Several handlers, asked in order.
  @DefaultField(name = "backoff_strategies", type = "CustomBackoffStrategy", custom = true)
  record CompositeErrorHandler(
      Origin origin, @DefaultType(DefaultErrorHandler.class) List<ErrorHandlerSpec> errorHandlers)
      implements ErrorHandlerSpec {}

  /// A handler that a class outside the manifest implements.
  @OpenFields
  record CustomErrorHandler(Origin origin, String className) implements ErrorHandlerSpec {}
}
