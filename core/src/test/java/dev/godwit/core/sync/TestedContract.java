package dev.godwit.core.sync;

import dev.godwit.core.ContractRun;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;
import dev.godwit.core.StreamContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/// A contract that does what a test wants, and notes what it is asked. Serves one run.
final class TestedContract implements StreamContract, ContractRun {
  private final Function<RecordBatch, Mapped> check;
  private final Supplier<List<String>> end;
  private final boolean whole;
  private final AtomicInteger begun = new AtomicInteger();
  private final List<Long> kept = Collections.synchronizedList(new ArrayList<>());

  TestedContract(Function<RecordBatch, Mapped> check, Supplier<List<String>> end, boolean whole) {
    this.check = check;
    this.end = end;
    this.whole = whole;
  }

  static TestedContract checking(Function<RecordBatch, Mapped> check) {
    return new TestedContract(check, List::of, false);
  }

  static TestedContract ending(Supplier<List<String>> end) {
    return new TestedContract(Mapped::all, end, false);
  }

  static TestedContract ofTheWhole() {
    return new TestedContract(Mapped::all, List::of, true);
  }

  int begun() {
    return begun.get();
  }

  /// What later attempts were told.
  List<Long> kept() {
    return kept;
  }

  @Override
  public boolean judgesWhole() {
    return whole;
  }

  @Override
  public List<String> contradictions() {
    return List.of();
  }

  @Override
  public ContractRun begin() {
    begun.incrementAndGet();
    return this;
  }

  @Override
  public void again(long rows) {
    kept.add(rows);
  }

  @Override
  public List<String> complete() {
    return end.get();
  }

  @Override
  public RowMapper open() {
    return new RowMapper() {
      @Override
      public Mapped map(RecordBatch batch) {
        return check.apply(batch);
      }

      @Override
      public void close() {}
    };
  }
}
