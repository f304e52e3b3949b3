package dev.godwit.testkit;

import dev.godwit.core.Connection;
import dev.godwit.core.Destination;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import java.time.Instant;
import java.util.List;

/// Syncs as users run them: planned, read side by side, committed slice by slice.
public final class Syncing {
  private Syncing() {}

  /// Reads all streams of a source into an open destination.
  public static SyncReport run(ScriptedSource source, Destination destination, WriteMode mode) {
    return run(source, destination, mode, Refresh.NONE);
  }

  /// Reads all streams of a source into an open destination, from their beginnings where that is
  /// asked for.
  public static SyncReport run(
      ScriptedSource source, Destination destination, WriteMode mode, Refresh refresh) {
    return prepare(source, destination, mode, refresh, SyncListener.SILENT).run();
  }

  /// A run that is about to begin.
  static SyncRun prepare(
      ScriptedSource source, Destination destination, WriteMode mode, SyncListener listener) {
    return prepare(source, destination, mode, Refresh.NONE, listener);
  }

  private static SyncRun prepare(
      ScriptedSource source,
      Destination destination,
      WriteMode mode,
      Refresh refresh,
      SyncListener listener) {
    List<ConfiguredStream> streams =
        source.discover().streams().stream().map(stream -> configured(stream, mode)).toList();
    Destination eager = new EagerDestination(destination);
    return new SyncRun(plan(streams, eager, refresh), source, eager, listener);
  }

  static SyncPlan plan(List<ConfiguredStream> streams, Destination destination) {
    return plan(streams, destination, Refresh.NONE);
  }

  private static SyncPlan plan(
      List<ConfiguredStream> streams, Destination destination, Refresh refresh) {
    Connection connection =
        new Connection("test", "script", "tested", new ConfiguredCatalog(streams));
    return new Planner(connection, destination, Instant.now()).plan(refresh);
  }

  /// A stream written in a mode: read anew where the mode replaces all rows, else on from its
  /// state.
  static ConfiguredStream configured(Stream stream, WriteMode mode) {
    SyncMode read = mode.replacesAll() ? SyncMode.FULL_REFRESH : SyncMode.INCREMENTAL;
    return new ConfiguredStream(
        stream, read, mode, stream.defaultCursorField(), stream.primaryKey());
  }
}
