package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.record.StreamSchema;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.StreamCursor;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// Slices that are read somewhere else, pages and transformations included. Which slices there are
/// and how far they have come stays here. Thread-safe.
///
/// @param router null for a stream with one partition
/// @param rules null for a stream without a cursor
record HostedRetriever(
    HostedComponent component,
    StreamSchema schema,
    @Nullable Router router,
    @Nullable CursorRules rules,
    Scope scope)
    implements Retrieval {
  @Override
  public Reading begin(StreamCursor cursor, Meter meter) {
    return new Reading() {
      @Override
      public @Nullable Slice next() throws InterruptedException {
        return cursor.next();
      }

      @Override
      public SliceReader open(Slice slice) {
        return new HostedSlice(
            HostedRetriever.this, slice, cursor, Admissions.of(rules, cursor, slice), meter);
      }

      @Override
      public void close() {}
    };
  }
}
