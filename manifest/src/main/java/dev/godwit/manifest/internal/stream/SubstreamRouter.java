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
///
/// @param embedding whether rows of the stream that stand in its parents' rows are read from there,
///   as long as the stream has no state
record SubstreamRouter(List<Parent> parents, boolean embedding, Scope scope) implements Router {
  /// A stream whose rows are partitions of another.
  ///
  /// @param key path of the partition's value in a parent's row
  /// @param field name of the value in the partition
  /// @param place where the value goes in a request; null for nowhere
  /// @param incremental whether only rows that are new to the parent's state make partitions
  /// @param extras paths of further values that requests may use
  /// @param embedded path of rows of the stream in a parent's row; null where there are none
  record Parent(
      ReadableStream stream,
      RowField key,
      String field,
      @Nullable Injection place,
      boolean incremental,
      List<RowField> extras,
      @Nullable RowField embedded) {}

  @Override
  public Partitions open(Map<String, @Nullable Object> state, Meter meter) {
    return new ParentRows(parents, state, embedding && state.isEmpty(), meter);
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
