package dev.godwit.mapping.contract;

import dev.godwit.core.ContractRun;
import dev.godwit.core.RowMapper;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import org.jspecify.annotations.Nullable;

/// One run under a contract. Safe for use by several threads.
final class RunCheck implements ContractRun {
  private final CompiledContract compiled;
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong passed = new AtomicLong();
  private final AtomicLongArray broken;
  private final LongAccumulator newest = new LongAccumulator(Math::max, Moments.NONE);

  RunCheck(CompiledContract compiled) {
    this.compiled = compiled;
    this.broken = new AtomicLongArray(compiled.checks().size());
  }

  @Override
  public RowMapper open() {
    return new RowCheck(this, compiled.checks(), compiled.contract().freshness());
  }

  @Override
  public void again(long kept) {
    passed.set(kept);
  }

  /// Notes what became of a batch.
  ///
  /// @param rows that were looked at
  /// @param going rows of those that go on
  /// @param counts how many rows break each check
  /// @param latest the newest point in time in those
  /// @throws GodwitException CONTRACT `contract.rows` when there are too many rows
  void add(int rows, int going, int[] counts, long latest) {
    seen.addAndGet(rows);
    newest.accumulate(latest);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        broken.addAndGet(i, counts[i]);
      }
    }
    long total = passed.addAndGet(going);
    Volume volume = compiled.contract().volume();
    if (volume != null && volume.onViolation() == OnViolation.FAIL && isMore(total, volume)) {
      throw GodwitException.contract("contract.rows", tooMany(volume) + ".")
          .hint("Nothing of the slice that passed the bound has landed.");
    }
  }

  @Override
  public List<String> complete() {
    List<String> warnings = new ArrayList<>();
    List<Check> checks = compiled.checks();
    for (int i = 0; i < checks.size(); i++) {
      if (broken.get(i) > 0 && checks.get(i).onViolation() == OnViolation.WARN) {
        warnings.add(
            "%s in %,d of %,d rows".formatted(checks.get(i).words(), broken.get(i), seen.get()));
      }
    }
    judge(compiled.contract().volume(), warnings);
    judge(compiled.contract().freshness(), warnings);
    return warnings;
  }

  private void judge(@Nullable Volume volume, List<String> warnings) {
    if (volume == null) {
      return;
    }
    Long min = volume.min();
    if (min != null && passed.get() < min) {
      conclude(
          volume.onViolation(),
          "contract.rows",
          "The run brought %,d rows, the contract wants at least %,d".formatted(passed.get(), min),
          warnings);
    }
    if (isMore(passed.get(), volume)) {
      conclude(volume.onViolation(), "contract.rows", tooMany(volume), warnings);
    }
  }

  private void judge(@Nullable Freshness freshness, List<String> warnings) {
    if (freshness == null || passed.get() == 0) {
      return;
    }
    Instant oldest = compiled.clock().instant().minus(freshness.within());
    if (newest.get() < oldest.toEpochMilli()) {
      conclude(freshness.onViolation(), "contract.freshness", stale(freshness), warnings);
    }
  }

  private String stale(Freshness freshness) {
    if (newest.get() == Moments.NONE) {
      return "No row has a point in time in " + freshness.field();
    }
    Duration age = Duration.between(Instant.ofEpochMilli(newest.get()), compiled.clock().instant());
    return "The newest %s is %s old, the contract allows %s"
        .formatted(freshness.field(), Periods.words(age), Periods.words(freshness.within()));
  }

  private static void conclude(
      OnViolation onViolation, String code, String statement, List<String> warnings) {
    switch (onViolation) {
      case WARN ->
          warnings.add(statement.substring(0, 1).toLowerCase(Locale.ROOT) + statement.substring(1));
      case QUARANTINE, FAIL ->
          throw GodwitException.contract(code, statement + ".")
              .hint("The rows since the last checkpoint did not land.");
    }
  }

  private static boolean isMore(long rows, Volume volume) {
    return volume.max() != null && rows > volume.max();
  }

  private static String tooMany(Volume volume) {
    return "The run brings more rows than the %,d that the contract allows".formatted(volume.max());
  }
}
