package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec.IncrementingCountCursor;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// Where the bounds of a slice go in a request.
record CursorOptions(CursorRules rules, @Nullable Injection start, @Nullable Injection end) {
  /// The options of a cursor; null where there is none.
  static @Nullable CursorOptions of(
      @Nullable IncrementalSyncSpec spec, @Nullable CursorRules rules) {
    if (spec == null || rules == null) {
      return null;
    }
    return switch (spec) {
      case DatetimeBasedCursor cursor ->
          new CursorOptions(
              rules, injection(cursor.startTimeOption()), injection(cursor.endTimeOption()));
      case IncrementingCountCursor cursor ->
          new CursorOptions(rules, injection(cursor.startValueOption()), null);
    };
  }

  private static @Nullable Injection injection(@Nullable RequestOption option) {
    return option == null ? null : Injection.of(option, option.origin().parameters());
  }

  void addTo(Draft draft, Slice slice, Scope scope) {
    if (start != null) {
      start.into(draft, slice.interval().get(rules.startKey()), scope);
    }
    if (end != null) {
      end.into(draft, slice.interval().get(rules.endKey()), scope);
    }
  }
}
