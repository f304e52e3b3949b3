package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.core.CursorRange;
import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which stretch of the streams is read again.
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

  /// The sync, as a back-fill where one is asked for.
  SyncBuilder on(SyncBuilder sync, boolean fullRefresh) {
    if (from == null && to == null) {
      return sync;
    }
    if (from == null) {
      throw GodwitException.config("usage", "--to needs --from.");
    }
    if (fullRefresh) {
      throw GodwitException.config("usage", "--from does not go with --full-refresh.");
    }
    return sync.backfill(new CursorRange(from, to));
  }
}
