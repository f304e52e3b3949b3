package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.Partitions;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A partition for each row of the parent streams.
record SubstreamRouter(List<Parent> parents, Scope scope) implements Router {
  /// A stream whose rows are partitions of another.
  ///
  /// @param key path of the partition's value in a parent's row
  /// @param field name of the value in the partition
  /// @param place where the value goes in a request; null for nowhere
  /// @param incremental whether only rows that are new to the parent's state make partitions
  /// @param extras paths of further values that requests may use
  record Parent(
      ReadableStream stream,
      RowField key,
      String field,
      @Nullable Injection place,
      boolean incremental,
      List<RowField> extras) {}

  @Override
  public Partitions open(Map<String, @Nullable Object> state, Meter meter) {
    return new ParentRows(parents, state, meter);
  }

  @Override
  public void addTo(Draft draft, Slice slice) {
    for (Parent parent : parents) {
      Object value = slice.partition().get(parent.field());
      Injection place = parent.place();
      if (place != null && Truth.of(value)) {
        place.into(draft, value, scope);
      }
    }
  }
}
