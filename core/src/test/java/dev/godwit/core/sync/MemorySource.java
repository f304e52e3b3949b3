package dev.godwit.core.sync;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Streams in memory whose slices do what a test wants. Counts slices that are open.
final class MemorySource implements Source {
  private final int concurrency;
  private final List<MemoryStream> streams;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private final AtomicInteger readersOpen = new AtomicInteger();
  private final List<Optional<StreamState>> openedWith = new CopyOnWriteArrayList<>();

  MemorySource(int concurrency, MemoryStream... streams) {
    this.concurrency = concurrency;
    this.streams = List.of(streams);
  }

  void opened() {
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
  }

  void closed() {
    open.decrementAndGet();
  }

  void readerClosed() {
    readersOpen.decrementAndGet();
  }

  /// Slices that are open now.
  int open() {
    return open.get();
  }

  /// As many slices as were ever open at once.
  int mostOpen() {
    return mostOpen.get();
  }

  /// The states that streams were opened with, in that order.
  List<Optional<StreamState>> openedWith() {
    return openedWith;
  }

  /// Streams that are open now.
  int readersOpen() {
    return readersOpen.get();
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public Catalog discover() {
    return new Catalog(streams.stream().map(stream -> describe(stream.name())).toList());
  }

  static Stream describe(String name) {
    return new Stream(
        StreamName.of(name),
        Map.of(),
        Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
        true,
        List.of("id"),
        List.of(),
        true,
        false);
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    MemoryStream found =
        streams.stream()
            .filter(candidate -> candidate.name().equals(stream.name().name()))
            .findFirst()
            .orElseThrow(() -> GodwitException.config("stream.unknown", "No such stream."));
    readersOpen.incrementAndGet();
    openedWith.add(Optional.ofNullable(state));
    return new MemoryReader(found, this);
  }

  @Override
  public void close() {}
}
