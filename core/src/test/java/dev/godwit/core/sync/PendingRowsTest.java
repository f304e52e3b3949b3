package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingRowsTest {
  private static final StreamName STREAM = StreamName.of("a");

  private final PendingRows pending = new PendingRows(CommitPolicy.EACH_SLICE);

  private static Slice slice(int number) {
    return new Slice(STREAM, number, Map.of(), Map.of(), Map.of());
  }

  @Test
  void aCheckpointHoldsTheFinishedSlicesAndTheirRows() {
    pending.appended(rows(batch(slice(0), 0, 2, 0)));
    pending.appended(rows(batch(slice(1), 0, 5, 0)));
    pending.appended(rows(batch(slice(0), 1, 1, 0)));
    pending.finished(slice(0), 3);
    assertThat(pending.checkpoint(STREAM, null, Extent.PARTIAL, ShrinkPolicy.USUAL))
        .satisfies(checkpoint -> {
          assertThat(checkpoint.finished()).containsExactly(slice(0));
          assertThat(checkpoint.rows()).isEqualTo(3);
        });
  }

  @Test
  void whatWasCommittedIsNotCommittedAgain() {
    pending.appended(rows(batch(slice(0), 0, 2, 0)));
    pending.finished(slice(0), 2);
    pending.clear();
    assertThat(pending.checkpoint(STREAM, null, Extent.COMPLETE, ShrinkPolicy.USUAL).finished())
        .isEmpty();
    assertThat(pending.checkpoint(STREAM, null, Extent.COMPLETE, ShrinkPolicy.USUAL).rows())
        .isZero();
  }

  @Test
  void aSliceOfWhichRowsAreMissingBreaksTheContract() {
    pending.appended(rows(batch(slice(0), 0, 2, 0)));
    assertThatThrownBy(() -> pending.finished(slice(0), 3))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONTRACT);
              assertThat(error.message()).contains("delivered 3 rows", "2 were taken");
            });
  }

  @Test
  void aSliceThatWasMadeButNeverEndedBreaksTheContract() {
    pending.finished(slice(0), 0);
    pending.requireAllFinished(new Signal.End(1, true));
    assertThatThrownBy(() -> pending.requireAllFinished(new Signal.End(2, true)))
        .hasMessage("2 slices were made, but 1 ended.");
  }

  @Test
  void aStreamOfWhichSlicesWereNotMadeBreaksTheContract() {
    assertThatThrownBy(() -> pending.requireAllFinished(new Signal.End(0, false)))
        .hasMessage("0 slices were made and not all, but 0 ended.");
  }

  private static Signal.Rows rows(JsonRows batch) {
    return Signal.Rows.of(batch, Mapped.all(batch));
  }
}
