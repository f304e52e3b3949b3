package dev.godwit.session.play;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.session.form.Expectation;
import dev.godwit.session.form.RowDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One stream, read to its end, to its limit or as far as it goes. A slice that fails does not keep
/// the others from being read, as in a sync.
final class StreamReading {
  private final Source source;
  private final StreamPlan plan;
  private final long limit;
  private final Consumer<String> listener;
  private final RowDigest digest = new RowDigest();
  private final List<String> rows = new ArrayList<>();
  private long count;
  private @Nullable GodwitException error;

  StreamReading(Source source, StreamPlan plan, @Nullable Long limit, Consumer<String> listener) {
    this.source = source;
    this.plan = plan;
    this.limit = limit == null ? Long.MAX_VALUE : limit;
    this.listener = listener;
  }

  StreamOutcome read() {
    StreamState state = null;
    try (StreamReader reader = source.open(plan.read(), plan.state())) {
      try {
        for (Slice slice = next(reader); slice != null; slice = next(reader)) {
          read(reader, slice);
        }
      } catch (GodwitException e) {
        fail(e);
      }
      state = reader.end(error == null && count < limit ? Extent.COMPLETE : Extent.PARTIAL);
    } catch (GodwitException e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError("session.cancelled", "The reading was cancelled.");
    }
    return new StreamOutcome(
        count, digest.text(), rows, state == null ? null : state.value(), error);
  }

  private @Nullable Slice next(StreamReader reader) throws InterruptedException {
    return count < limit ? reader.nextSlice() : null;
  }

  private void read(StreamReader reader, Slice slice) throws InterruptedException {
    try (SliceReader pages = reader.open(slice)) {
      for (RecordBatch batch = pages.next(); batch != null; batch = pages.next()) {
        switch (batch) {
          case JsonRows json -> add(json);
        }
        if (count >= limit) {
          return;
        }
      }
      reader.finish(slice);
    } catch (GodwitException e) {
      fail(e);
    }
  }

  private void add(JsonRows batch) {
    for (int row = 0; row < batch.rows() && count < limit; row++) {
      String text = batch.text(row);
      count++;
      digest.add(text);
      if (rows.size() < Expectation.ALL) {
        rows.add(text);
      }
      listener.accept(text);
    }
  }

  /// The first failure counts.
  private void fail(GodwitException failure) {
    if (error == null) {
      error = failure.at(Place.stream(plan.name().toString()));
    }
  }
}
