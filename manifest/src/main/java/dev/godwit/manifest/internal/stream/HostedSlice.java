package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.internal.custom.SliceArguments;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.record.Occasion;
import dev.godwit.manifest.internal.record.RowSelector;
import dev.godwit.manifest.internal.record.SelectedRows;
import dev.godwit.manifest.internal.record.Selection;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.slice.StreamCursor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the rows of a slice from where they are read, about a megabyte at a time. For one thread.
final class HostedSlice implements SliceReader {
  private static final RowSelector AS_THEY_ARE = RowSelector.asTheyAre();

  private final HostedComponent component;
  private final HostedRetriever retriever;
  private final Slice slice;
  private final StreamCursor cursor;
  private final @Nullable Admissions admissions;
  private final Meter meter;
  private boolean begun;
  private @Nullable Long reading;
  private @Nullable SelectedRows rows;
  private @Nullable GodwitException failure;

  /// @param admissions null where all rows count
  HostedSlice(
      HostedRetriever retriever,
      Slice slice,
      StreamCursor cursor,
      @Nullable Admissions admissions,
      Meter meter) {
    this.component = retriever.component();
    this.retriever = retriever;
    this.slice = slice;
    this.cursor = cursor;
    this.admissions = admissions;
    this.meter = meter;
  }

  @Override
  public @Nullable JsonRows next() throws InterruptedException {
    while (true) {
      Selection selection = rows == null ? null : rows.next();
      if (selection != null) {
        JsonRows counted = counted(selection.rows());
        if (counted != null) {
          cursor.observe(slice, counted);
          return counted;
        }
      } else if (failure != null) {
        throw failure;
      } else if (!begun) {
        begun = true;
        Map<String, @Nullable Object> arguments = SliceArguments.of(slice);
        arguments.put("schema", retriever.schema().load(meter));
        take("read", arguments);
      } else if (reading != null) {
        take("read_on", Map.of("reading", reading));
      } else {
        return null;
      }
    }
  }

  private void take(String operation, Map<String, ? extends @Nullable Object> arguments)
      throws InterruptedException {
    Reply reply = meter.during(() -> component.call(operation, arguments, new byte[0]));
    failure = reply.failure();
    reading = failure == null && reply.value() instanceof Long more ? more : null;
    long now = retriever.scope().environment().clock().millis();
    rows =
        AS_THEY_ARE.select(
            new Body(reply.rows()),
            new Occasion(slice, SliceView.bind(retriever.scope(), slice), meter, now));
  }

  private @Nullable JsonRows counted(@Nullable JsonRows all) {
    return admissions == null ? all : admissions.admitted(all);
  }

  /// Gives up a reading that has not come to its end.
  @Override
  public void close() {
    if (reading != null) {
      component.call("stop", Map.of("reading", reading), new byte[0]);
      reading = null;
    }
  }
}
