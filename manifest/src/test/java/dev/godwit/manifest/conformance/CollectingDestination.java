package dev.godwit.manifest.conformance;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Checkpoint;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps rows and the last state in memory.
final class CollectingDestination implements Destination {
  private final List<@Nullable Object> rows = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable StreamState state;

  List<@Nullable Object> rows() {
    return rows;
  }

  @Nullable StreamState lastState() {
    return state;
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return StoredStream.NONE;
  }

  @Override
  public long clear(StreamName stream) {
    return 0;
  }

  @Override
  public List<StreamName> streams() {
    return List.of();
  }

  @Override
  public Delivery delivery() {
    return Delivery.AT_LEAST_ONCE;
  }

  @Override
  public CommitPolicy commitPolicy() {
    return CommitPolicy.EACH_SLICE;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return new StreamWriter() {
      @Override
      public void append(RecordBatch batch) {
        switch (batch) {
          case JsonRows json -> {
            for (int i = 0; i < json.rows(); i++) {
              rows.add(JsonParser.LENIENT.parse(json.page(), json.start(i), json.end(i)));
            }
          }
        }
      }

      @Override
      public Landing commit(Checkpoint checkpoint) {
        StreamState next = checkpoint.state();
        state = next == null ? state : next;
        return Landing.of(checkpoint.rows());
      }

      @Override
      public void abort() {}

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
