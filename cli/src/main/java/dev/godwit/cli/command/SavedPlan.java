package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.cli.plan.PlanFile;
import dev.godwit.cli.plan.PlanJson;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.log.Log;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A plan that was saved, and the way back from it to a sync.
record SavedPlan(PlanFile file) {
  /// The arguments of a plan, when they are read again.
  @Command
  private static final class Arguments {
    @Mixin private SyncOptions options = new SyncOptions();
  }

  static SavedPlan read(Terminal terminal, Path file) {
    return new SavedPlan(PlanFile.read(terminal.folder().resolve(file)));
  }

  /// A plan that has just been made.
  ///
  /// @param plan as {@link PlanJson} has it
  /// @param arguments that lead to it
  static PlanFile of(
      Map<String, @Nullable Object> plan,
      SyncOptions options,
      Terminal terminal,
      List<String> arguments) {
    return new PlanFile(arguments, FileDigests.of(options.source().files(terminal)), plan);
  }

  /// The sync that the plan was made of, which refuses to open where it has become another.
  ///
  /// @param given on the command line: values of configurations
  SyncBuilder sync(Terminal terminal, Log log, SyncOptions given) {
    Arguments arguments = new Arguments();
    Commands.withConverters(new CommandLine(arguments))
        .parseArgs(file.arguments().toArray(String[]::new));
    SyncOptions planned = arguments.options;
    planned.source().set(given.source());
    return planned
        .sync(terminal, log)
        .onlyIf(open -> {
          Map<String, @Nullable Object> now = PlanJson.of(open.plan(), open.outlook());
          file.require(of(now, planned, terminal, file.arguments()));
        });
  }
}
