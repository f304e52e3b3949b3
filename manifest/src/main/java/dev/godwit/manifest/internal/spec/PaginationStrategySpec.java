package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.HEADERS;
import static dev.godwit.manifest.internal.spec.Variable.LAST_PAGE_SIZE;
import static dev.godwit.manifest.internal.spec.Variable.LAST_RECORD;
import static dev.godwit.manifest.internal.spec.Variable.PAGE_SIZE;
import static dev.godwit.manifest.internal.spec.Variable.RESPONSE;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_INTERVAL;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_PARTITION;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_SLICE;

import org.jspecify.annotations.Nullable;

/// What the token of the next page is, and when there is none.
public sealed interface PaginationStrategySpec extends Component {
  /// Counts pages.
  ///
  /// @param pageSize a number or a template of one
  record PageIncrement(
      Origin origin,
      @Scope(CONFIG) @OneOf({Long.class, String.class}) @Nullable Object pageSize,
      @Default("0") int startFromPage,
      @Default("false") boolean injectOnFirstRequest)
      implements PaginationStrategySpec {}

  /// Counts rows.
  ///
  /// @param pageSize a number or a template of one
  record OffsetIncrement(
      Origin origin,
      @Scope({CONFIG, RESPONSE}) @OneOf({Long.class, String.class}) @Nullable Object pageSize,
      @Default("false") boolean injectOnFirstRequest)
      implements PaginationStrategySpec {}

  /// Takes the token from the answer.
  ///
  /// @param pageSize a number or a template of one
  record CursorPagination(
      Origin origin,
      @Scope({
            CONFIG,
            HEADERS,
            LAST_PAGE_SIZE,
            LAST_RECORD,
            PAGE_SIZE,
            RESPONSE,
            STREAM_INTERVAL,
            STREAM_PARTITION,
            STREAM_SLICE
          })
          String cursorValue,
      @Scope(CONFIG) @OneOf({Long.class, String.class}) @Nullable Object pageSize,
      @Scope({
            CONFIG,
            HEADERS,
            LAST_PAGE_SIZE,
            LAST_RECORD,
            PAGE_SIZE,
            RESPONSE,
            STREAM_INTERVAL,
            STREAM_PARTITION,
            STREAM_SLICE
          })
          @Nullable String stopCondition)
      implements PaginationStrategySpec {}

  /// A strategy that a class outside the manifest implements.
  @OpenFields
  record CustomPaginationStrategy(Origin origin, String className)
      implements PaginationStrategySpec {}
}
