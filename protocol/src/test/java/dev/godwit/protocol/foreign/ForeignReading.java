package dev.godwit.protocol.foreign;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.Connection;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.RetryPolicy;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.core.time.Sleeper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/// Programs that are read.
abstract class ForeignReading {
  @TempDir Path folder;

  final Shelf shelf = new Shelf();
  final List<String> log = Collections.synchronizedList(new ArrayList<>());
  final List<ConfigStore.Update> kept = Collections.synchronizedList(new ArrayList<>());

  Source open(Script script) {
    return open(script, Duration.ZERO);
  }

  Source open(Script script, Duration silence) {
    Log lines = (level, text) -> log.add(text);
    Surroundings world =
        new Surroundings(Clock.systemUTC(), Sleeper.real(), Map.of(), lines, kept::add);
    return new ForeignConnector("fake", script.program(lines), silence, world)
        .open(Map.of("pin", "swordfish"), world);
  }

  SyncReport sync(Script script) {
    return sync(script, RetryPolicy.NONE);
  }

  SyncReport sync(Script script, RetryPolicy retry) {
    try (Source source = open(script)) {
      return sync(source, retry);
    }
  }

  SyncReport sync(Source source, RetryPolicy retry) {
    List<ConfiguredStream> streams =
        source.discover().streams().stream().map(ForeignReading::appending).toList();
    Connection connection = new Connection("test", "fake", "shelf", new ConfiguredCatalog(streams));
    return new SyncRun(
            new Planner(connection, shelf, Instant.EPOCH).plan(Refresh.NONE),
            source,
            shelf,
            SyncListener.SILENT,
            new RunPolicy(retry, ShrinkPolicy.USUAL, Duration.ZERO),
            wait -> {})
        .run();
  }

  static ConfiguredStream appending(Stream stream) {
    ConfiguredStream usual = ConfiguredStream.byDefault(stream);
    return new ConfiguredStream(
        stream, usual.syncMode(), WriteMode.APPEND, usual.cursorField(), usual.primaryKey());
  }

  static @Nullable GodwitException errorOf(SyncReport report, String stream) {
    return report.streams().stream()
        .filter(each -> each.plan().name().name().equals(stream))
        .findFirst()
        .map(StreamReport::error)
        .orElse(null);
  }
}
