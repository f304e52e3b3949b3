package dev.godwit.protocol.foreign;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamMemory;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.protocol.message.DestinationSyncMode;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A destination that is a program. Each stream is written by a process of its own, so that one
/// which fails does not stop the others, and so that a stream which has ended is known to have
/// landed: its process has ended well. States are kept here when the program has sent them back.
final class ForeignDestination implements Destination {
  /// States cost the program little. It lands rows when it suits it.
  private static final CommitPolicy POLICY = new CommitPolicy(16L << 20, Duration.ofSeconds(30));

  private final Runs runs;
  private final StreamMemory memory;
  private final Clock clock;

  ForeignDestination(Runs runs, StreamMemory memory, Clock clock) {
    this.runs = runs;
    this.memory = memory;
    this.clock = clock;
  }

  @Override
  public CheckResult check() {
    return runs.check();
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return memory.stored(stream);
  }

  @Override
  public @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return memory.backfill(stream, range);
  }

  @Override
  public List<StreamName> streams() {
    return memory.streams();
  }

  @Override
  public Delivery delivery() {
    return Delivery.AT_LEAST_ONCE;
  }

  /// What the program says that it can do.
  @Override
  public Set<WriteMode> writeModes() {
    List<DestinationSyncMode> offered = runs.spec().writeModes();
    Set<WriteMode> modes = EnumSet.noneOf(WriteMode.class);
    for (WriteMode mode : WriteMode.values()) {
      if (mode != WriteMode.HISTORY
          && offered.contains(Catalogs.mode(mode, Generation.keeping(0)))) {
        modes.add(mode);
      }
    }
    return modes.isEmpty() ? EnumSet.of(WriteMode.APPEND, WriteMode.OVERWRITE) : modes;
  }

  /// Many programs remove the old rows first when they are started to overwrite.
  @Override
  public boolean resumesReplacements() {
    return false;
  }

  @Override
  public CommitPolicy commitPolicy() {
    return POLICY;
  }

  /// Has the program replace the stream's rows by none. It does not say how many there were.
  @Override
  public long clear(StreamName stream) {
    long next = memory.stored(stream).generation() + 1;
    ConfiguredStream nothing =
        new ConfiguredStream(
            new Stream(
                stream,
                Map.of("type", "object", "properties", Map.of()),
                Set.of(SyncMode.FULL_REFRESH),
                null,
                List.of(),
                List.of(),
                false,
                false),
            SyncMode.FULL_REFRESH,
            WriteMode.OVERWRITE,
            List.of(),
            List.of());
    try (WriteProcess run =
        new WriteProcess(
            runs.write(Catalogs.emptying(nothing, Generation.replacing(next))), stream)) {
      run.end(true, clock.millis());
    }
    memory.forget(stream);
    return 0;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return new ForeignWriter(
        plan, new WriteProcess(runs.write(Catalogs.landing(plan)), plan.name()), memory, clock);
  }

  @Override
  public void close() {}
}
