package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.Refresh;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is synced, and how.
final class SyncOptions {
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--full-refresh",
      description =
          "Read everything again, from the beginning. The new rows take the place of the old ones"
              + " once a stream is complete.")
  private boolean fullRefresh;

  @Option(
      names = "--keep-rows",
      description = "With --full-refresh: the new rows join the old ones.")
  private boolean keepRows;

  @Option(
      names = "--write-mode",
      paramLabel = "MODE",
      description =
          "How rows land: append, overwrite, append-dedup, overwrite-dedup, history, update or"
              + " soft-delete. Default: one row a key where the stream has a key, replaced tables"
              + " where it cannot tell changes.")
  private @Nullable WriteMode writeMode;

  @Option(
      names = "--nested",
      paramLabel = "FORM",
      description =
          "How new columns hold objects and arrays: json, or struct for those whose parts the"
              + " schema declares. Columns that exist keep their form. Default: json.")
  private Nested nested = Nested.JSON;

  @Mixin private BackfillOptions backfill = new BackfillOptions();
  @Mixin private SchemaOptions schema = new SchemaOptions();
  @Mixin private RunOptions run = new RunOptions();

  SourceOptions source() {
    return connection.source();
  }

  /// The sync that the options describe.
  SyncBuilder sync(Terminal terminal, Log log) {
    SyncBuilder sync = connection.sync(terminal, log).nested(nested);
    if (writeMode != null) {
      sync = sync.writeMode(writeMode);
    }
    if (fullRefresh) {
      sync = keepRows ? sync.refresh(Refresh.MERGE) : sync.fullRefresh();
    }
    sync = backfill.on(sync, fullRefresh);
    return schema.on(sync).policy(run.over(sync.policy()));
  }
}
