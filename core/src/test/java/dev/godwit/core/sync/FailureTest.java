package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
  private final MemoryDestination destination = MemoryDestination.committingEachSlice();

  private static SliceScript broken(Throwable thrown) {
    return batches(1).thenThrows(thrown);
  }

  private SyncReport run(int concurrency, MemoryStream... streams) {
    return Sync.run(new MemorySource(concurrency, streams), destination);
  }

  private StreamReport runOne(SliceScript... slices) {
    return Sync.only(run(1, MemoryStream.of("a", slices)));
  }

  private static GodwitException errorOf(StreamReport report) {
    return Objects.requireNonNull(report.error(), "the stream should have failed");
  }

  @Test
  void aFailingSliceFailsItsStreamOnly() {
    SyncReport report =
        run(
            2,
            MemoryStream.of("bad", broken(new IllegalStateException("broken"))),
            MemoryStream.of("good", batches(2)));
    assertThat(report.succeeded()).isFalse();
    assertThat(report.streams()).extracting(StreamReport::succeeded).containsExactly(false, true);
    assertThat(destination.writer("good").visible()).hasSize(2);
  }

  @Test
  void theOtherSlicesOfAFailingStreamAreReadAndCommittedWithTheirState() {
    StreamReport report =
        runOne(batches(1), broken(new IllegalStateException()), batches(2), batches(3));
    MemoryWriter writer = destination.writer("a");
    assertThat(writer.visible()).hasSize(6);
    assertThat(Objects.requireNonNull(writer.state()).value())
        .isEqualTo(Map.of("finished", List.of(0L, 2L, 3L)));
    assertThat(report.rowsCommitted()).isEqualTo(6);
    assertThat(report.stateAfter()).isEqualTo(writer.state());
  }

  @Test
  void rowsOfAFailedSliceStayInvisibleAndAreForgotten() {
    runOne(broken(new IllegalStateException()));
    MemoryWriter writer = destination.writer("a");
    assertThat(writer.visible()).isEmpty();
    assertThat(writer.aborted()).isTrue();
    assertThat(writer.commits()).noneMatch(commit -> commit.extent() == Extent.COMPLETE);
  }

  @Test
  void aFailedStreamWithoutStateCommitsNothing() {
    run(1, MemoryStream.of("a", batches(1), broken(new IllegalStateException())).withoutState());
    assertThat(destination.writer("a").commits()).isEmpty();
    assertThat(destination.writer("a").aborted()).isTrue();
  }

  @Test
  void theFirstErrorIsReportedAndAllAreCounted() {
    StreamReport report =
        runOne(
            broken(GodwitException.config("first", "one")),
            broken(GodwitException.config("second", "two")));
    assertThat(errorOf(report).code()).isEqualTo("first");
    assertThat(report.failures()).isEqualTo(2);
  }

  @Test
  void anErrorSaysWhichSliceOfWhichStreamFailed() {
    StreamReport report = runOne(batches(1), broken(GodwitException.system("x", "broken")));
    assertThat(errorOf(report).describe()).isEqualTo("stream a, slice part=1: broken");
  }

  @Test
  void anUnknownExceptionIsReportedAsADefectWithItsCause() {
    IllegalStateException thrown = new IllegalStateException("broken");
    GodwitException error = errorOf(runOne(broken(thrown)));
    assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM);
    assertThat(error.code()).isEqualTo("sync.unexpected");
    assertThat(error).hasCause(thrown);
  }

  /// An exception that fails once more when it is looked at.
  private static final class Unprintable extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("cannot be printed");
    }
  }

  /// What a reader may throw that is no ordinary exception.
  static Stream<Throwable> strangeThrowables() {
    return Stream.of(
        new StackOverflowError(),
        new OutOfMemoryError("made up"),
        new AssertionError(),
        new NoClassDefFoundError("made up"),
        new IOException("thrown unchecked"),
        new Unprintable(),
        new InterruptedException("without a cancellation"));
  }

  @ParameterizedTest
  @MethodSource("strangeThrowables")
  void whateverASliceThrowsBeforeItsFirstRowFailsTheStream(Throwable thrown) {
    StreamReport report = runOne(batches(1), batches().thenThrows(thrown), batches(1));
    assertThat(errorOf(report).place().stream()).isEqualTo("a");
    assertThat(destination.writer("a").commits())
        .noneMatch(commit -> commit.extent() == Extent.COMPLETE);
    assertThat(destination.writer("a").visible()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("strangeThrowables")
  void whateverASliceThrowsAfterItsRowsFailsTheStream(Throwable thrown) {
    errorOf(runOne(batches(2).thenThrows(thrown)));
    assertThat(destination.writer("a").visible()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("strangeThrowables")
  void whateverIsThrownWhileSlicesAreMadeFailsTheStream(Throwable thrown) {
    MemoryStream stream =
        MemoryStream.made(
            "a",
            number -> {
              if (number == 2) {
                throw SliceScript.disguised(thrown, RuntimeException.class);
              }
              return batches(1);
            });
    StreamReport report = Sync.only(run(1, stream));
    errorOf(report);
    assertThat(report.rowsCommitted()).isEqualTo(2);
    assertThat(destination.writer("a").aborted()).isTrue();
  }

  @Test
  void aStreamThatCannotBeOpenedFailsAlone() {
    MemorySource known = new MemorySource(1, MemoryStream.of("good", batches(1)));
    SyncRun run =
        new SyncRun(
            Sync.plan(
                destination,
                Stream.of("unknown", "good")
                    .map(name -> Sync.configured(MemorySource.describe(name), WriteMode.APPEND))
                    .toList()),
            known,
            destination,
            SyncListener.SILENT);
    SyncReport report = run.run();
    assertThat(report.streams()).extracting(StreamReport::succeeded).containsExactly(false, true);
    assertThat(errorOf(report.streams().getFirst()).code()).isEqualTo("stream.unknown");
  }

  @Test
  void aFailedSliceIsHeardOfAtOnceAndTheEndIsPartial() {
    List<SyncEvent> heard = Collections.synchronizedList(new ArrayList<>());
    MemorySource source =
        new MemorySource(1, MemoryStream.of("a", broken(new IllegalStateException()), batches(1)));
    Sync.of(source, destination, WriteMode.APPEND, heard::add).run();
    assertThat(heard).filteredOn(SyncEvent.SliceFailed.class::isInstance).hasSize(1);
    assertThat(heard)
        .filteredOn(SyncEvent.ReadingEnded.class::isInstance)
        .extracting(event -> ((SyncEvent.ReadingEnded) event).extent())
        .containsExactly(Extent.PARTIAL);
  }
}
