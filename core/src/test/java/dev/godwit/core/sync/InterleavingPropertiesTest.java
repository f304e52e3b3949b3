package dev.godwit.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Whatever slices do, and however their threads take turns, a run keeps its promises.
class InterleavingPropertiesTest {
  /// What one slice will do.
  private record Fate(int[] batches, boolean fails) {
    SliceScript script(long seed) {
      Random turns = new Random(seed);
      SliceScript rows =
          SliceScript.batches(batches)
              .before(call -> {
                for (int i = turns.nextInt(4); i > 0; i--) {
                  Sync.letOthersRun();
                }
              });
      return fails ? rows.thenThrows(new IllegalStateException("as fate wants")) : rows;
    }

    int rows() {
      int sum = 0;
      for (int batch : batches) {
        sum += batch;
      }
      return sum;
    }
  }

  private static List<Fate> fates(Random random, int slices, boolean mayFail) {
    List<Fate> fates = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      int[] batches = random.ints(random.nextInt(4), 1, 4).toArray();
      fates.add(new Fate(batches, mayFail && random.nextInt(10) == 0));
    }
    return fates;
  }

  private static MemoryDestination sync(
      Random random, List<Fate> fates, int concurrency, long bytes) {
    MemoryDestination destination =
        new MemoryDestination(new CommitPolicy(bytes, Duration.ofDays(1)));
    List<SliceScript> scripts = fates.stream().map(fate -> fate.script(random.nextLong())).toList();
    MemorySource source = new MemorySource(concurrency, MemoryStream.of("a", scripts));
    Sync.run(source, destination);
    assertThat(source.mostOpen()).isLessThanOrEqualTo(concurrency);
    assertThat(source.open()).isZero();
    return destination;
  }

  @Test
  void exactlyTheRowsOfSlicesThatEndedWellAreVisible() {
    Trials.run(
        150,
        random -> {
          int slices = random.nextInt(26);
          int concurrency = random.nextInt(1, 7);
          int bytes = random.nextInt(1, 301);
          boolean mayFail = random.nextBoolean();
          List<Fate> fates = fates(random, slices, mayFail);
          MemoryWriter writer = sync(random, fates, concurrency, bytes).writer("a");
          int expected = fates.stream().filter(fate -> !fate.fails()).mapToInt(Fate::rows).sum();
          assertThat(writer.visible()).hasSize(expected).doesNotHaveDuplicates();
          boolean failed = fates.stream().anyMatch(Fate::fails);
          assertThat(writer.aborted()).isEqualTo(failed);
          assertThat(writer.commits().getLast().extent())
              .isEqualTo(failed ? Extent.PARTIAL : Extent.COMPLETE);
        });
  }

  @Test
  void everyStateCoversExactlyTheSlicesCommittedSoFar() {
    Trials.run(
        150,
        random -> {
          int slices = random.nextInt(26);
          int concurrency = random.nextInt(1, 7);
          int bytes = random.nextInt(1, 301);
          List<Fate> fates = fates(random, slices, true);
          MemoryWriter writer = sync(random, fates, concurrency, bytes).writer("a");
          Set<Long> durable = new HashSet<>();
          for (Checkpoint commit : writer.commits()) {
            for (Slice slice : commit.finished()) {
              assertThat(durable.add(slice.number())).isTrue();
            }
            List<?> covered =
                (List<?>) Objects.requireNonNull(commit.state()).value().get("finished");
            assertThat(covered.stream().map(Long.class::cast).filter(hasRows(fates)).toList())
                .isEqualTo(durable.stream().sorted().toList());
          }
        });
  }

  private static Predicate<Long> hasRows(List<Fate> fates) {
    return slice -> fates.get(slice.intValue()).rows() > 0;
  }
}
