package dev.godwit.destinations.files;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.destinations.internal.rowfile.JsonLineForm;
import dev.godwit.destinations.internal.rowfile.RowCounter;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagedRows;
import dev.godwit.destinations.internal.table.TableShape;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes one stream's rows as lines of the output.
final class OutputWriter implements StreamWriter {
  private static final String STREAM = "_godwit_stream";

  private final StandardOutput output;
  private final StagedRows waiting;

  OutputWriter(StandardOutput output, StreamPlan plan) {
    this.output = output;
    TableShape shape = TableShape.of(plan.stream(), UnaryOperator.identity(), List.of(), false);
    String label = "\"%s\":%s,".formatted(STREAM, JsonWriter.text(plan.name().toString()));
    this.waiting =
        new StagedRows(
            output.staging(),
            output.budget(),
            JsonLineForm.encoder(shape, plan.generation().id(), label));
  }

  @Override
  public void append(RecordBatch batch) {
    switch (batch) {
      case JsonRows rows -> waiting.append(rows);
    }
  }

  @Override
  public void ended(Slice slice) {
    waiting.end(slice);
  }

  @Override
  public Landing commit(Checkpoint checkpoint) {
    try (Load load = waiting.take(checkpoint.finished())) {
      Landing landing = Landing.of(count(load));
      checkpoint.requireAll(landing);
      output.write(load);
      return landing;
    }
  }

  private long count(Load load) {
    RowCounter counter = RowCounter.ofLines();
    try {
      load.read(counter::look);
    } catch (IOException e) {
      throw output.staging().failed(e);
    }
    return counter.rows();
  }

  @Override
  public void abort() {
    waiting.close();
  }

  @Override
  public void close() {
    abort();
  }
}
