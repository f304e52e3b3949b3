package dev.godwit.manifest.internal.slice;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A partition for each value of a list.
public final class ListRouter implements Router {
  private final String field;
  private final List<? extends @Nullable Object> values;
  private final @Nullable Injection place;
  private final Scope scope;

  public ListRouter(
      String field,
      List<? extends @Nullable Object> values,
      @Nullable Injection place,
      Scope scope) {
    this.field = field;
    this.values = values;
    this.place = place;
    this.scope = scope;
  }

  @Override
  public Partitions open(Map<String, @Nullable Object> state, Meter meter) {
    Iterator<? extends @Nullable Object> remaining = values.iterator();
    return new Partitions() {
      @Override
      public @Nullable Partition next() {
        if (!remaining.hasNext()) {
          return null;
        }
        Map<String, @Nullable Object> identity = new LinkedHashMap<>();
        identity.put(field, remaining.next());
        return new Partition(identity, Map.of());
      }

      @Override
      public @Nullable Map<String, @Nullable Object> parentState() {
        return null;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void addTo(Draft draft, Slice slice) {
    Object value = slice.partition().get(field);
    if (place != null && Truth.of(value)) {
      place.into(draft, value, scope);
    }
  }
}
