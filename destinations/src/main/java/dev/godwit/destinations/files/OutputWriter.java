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
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes one stream's rows as lines of the output.
final class OutputWriter implements StreamWriter {
  private static final String STREAM = "_godwit_stream";
  private static final int STEP = 64 << 10;

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
      Landing landing = Landing.of(count(load.files()));
      checkpoint.requireAll(landing);
      output.write(load.files());
      return landing;
    }
  }

  private long count(List<Path> files) {
    RowCounter counter = RowCounter.ofLines();
    byte[] step = new byte[STEP];
    for (Path file : files) {
      try (InputStream in = new FileInputStream(file.toFile())) {
        for (int length = in.read(step); length > 0; length = in.read(step)) {
          counter.look(step, length);
        }
      } catch (IOException e) {
        throw output.staging().failed(e);
      }
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
