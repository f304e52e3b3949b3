package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import org.jspecify.annotations.Nullable;

/// How a stream is read from where the last run ended.
public sealed interface IncrementalSyncSpec extends Component
    permits DatetimeBasedCursor, IncrementalSyncSpec.IncrementingCountCursor {
  String cursorField();

  /// Whether a user may choose another cursor in the catalogue.
  @Nullable Boolean allowCatalogDefinedCursorField();

  default boolean isChoosable() {
    return Boolean.TRUE.equals(allowCatalogDefinedCursorField());
  }

  /// A number that grows.
  ///
  /// @param startValue a number or a template of one
  record IncrementingCountCursor(
      Origin origin,
      @Scope(CONFIG) String cursorField,
      @Nullable Boolean allowCatalogDefinedCursorField,
      @Scope(CONFIG) @OneOf({String.class, Long.class}) @Nullable Object startValue,
      @Nullable RequestOption startValueOption)
      implements IncrementalSyncSpec {}
}
