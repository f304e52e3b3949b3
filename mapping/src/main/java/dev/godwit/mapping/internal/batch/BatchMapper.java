package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;
import java.util.ArrayList;
import java.util.List;

/// Takes batches through all rules of a stream.
public final class BatchMapper implements RowMapper {
  private final Program program;
  private final SafeRow safe;
  private final List<StageRun> stages = new ArrayList<>();

  public BatchMapper(Program program) {
    this.program = program;
    this.safe = new SafeRow(program);
    for (Stage stage : program.stages()) {
      stages.add(
          switch (stage) {
            case Stage.Rows rows -> new RowsRun(rows);
            case Stage.Compute compute -> SqlStageRun.of(compute);
            case Stage.Check check -> SqlStageRun.of(check);
          });
    }
  }

  @Override
  public Mapped map(RecordBatch batch) {
    return switch (batch) {
      case JsonRows rows -> map(rows);
    };
  }

  private Mapped map(JsonRows batch) {
    Fates fates = new Fates(batch, program.onFailure(), safe);
    Draft draft = Draft.of(batch);
    for (StageRun stage : stages) {
      JsonRows rows = draft.rows();
      if (rows == null) {
        break;
      }
      draft = stage.run(rows, draft, fates);
    }
    return new Mapped(draft.rows(), fates.filtered(), fates.rejected());
  }

  @Override
  public void close() {
    stages.forEach(StageRun::close);
  }
}
