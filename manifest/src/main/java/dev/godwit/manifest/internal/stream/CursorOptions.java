package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// Where the bounds of a slice go in a request.
record CursorOptions(CursorRules rules, @Nullable Injection start, @Nullable Injection end) {
  void addTo(Draft draft, Slice slice, Scope scope) {
    if (start != null) {
      start.into(draft, slice.interval().get(rules.startKey()), scope);
    }
    if (end != null) {
      end.into(draft, slice.interval().get(rules.endKey()), scope);
    }
  }
}
