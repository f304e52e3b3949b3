package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.core.CursorRange;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which part of the streams is read again.
final class BackfillOptions {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Back-fill: read the streams again from this time of their cursor, 2024-01-31 or"
              + " 2024-01-31T10:00:00Z. The place to go on from stays as it is. An interrupted"
              + " back-fill goes on when it is run again.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Back-fill: read up to this time. Default: the present.")
  private @Nullable String to;

  @Option(
      names = "--partition",
      paramLabel = "KEY=VALUE",
      description =
          "Back-fill: read only these partitions again, for example region=eu; with --from only"
              + " that stretch of them. May be repeated: several values of a key are read.")
  private List<String> partitions = List.of();

  /// The sync, as a back-fill where one is asked for.
  SyncBuilder on(SyncBuilder sync, boolean fullRefresh) {
    if (from == null && to != null) {
      throw GodwitException.config("usage", "--to needs --from.");
    }
    if (from == null && partitions.isEmpty()) {
      return sync;
    }
    if (fullRefresh) {
      throw GodwitException.config(
          "usage", (from == null ? "--partition" : "--from") + " does not go with --full-refresh.");
    }
    return sync.backfill(new CursorRange(from, to, chosen()));
  }

  private SortedMap<String, Set<String>> chosen() {
    SortedMap<String, Set<String>> chosen = new TreeMap<>();
    for (String partition : partitions) {
      int end = partition.indexOf('=');
      if (end < 1) {
        throw GodwitException.config("usage", "--partition takes KEY=VALUE.");
      }
      chosen
          .computeIfAbsent(partition.substring(0, end), key -> new TreeSet<>())
          .add(partition.substring(end + 1));
    }
    return chosen;
  }
}
