package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.failure.FailureReport;
import dev.godwit.cli.failure.UsageReport;
import dev.godwit.cli.python.ComponentsCommand;
import dev.godwit.cli.registry.ConnectorsCommand;
import dev.godwit.cli.session.ReplayCommand;
import dev.godwit.cli.session.TestCommand;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.WriteMode;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The command line: all commands, and what happens around them.
public final class Commands {
  private Commands() {}

  /// Runs the command that the arguments name.
  ///
  /// @return the exit code
  public static int run(Terminal terminal, String... args) {
    CommandLine commands = of(terminal);
    if (args.length == 0) {
      commands.usage(terminal.err().stream(), UsageReport.colors(terminal.err()));
      return ExitCode.WRONG_INPUT;
    }
    return commands.execute(args);
  }

  /// All commands, for programs that want to look at them.
  public static CommandLine of(Terminal terminal) {
    CommandLine commands =
        new CommandLine(new GodwitCommand())
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new SyncCommand(terminal))
            .addSubcommand(new CopyCommand(terminal))
            .addSubcommand(new PlanCommand(terminal))
            .addSubcommand(new ReconcileCommand(terminal))
            .addSubcommand(new ClearCommand(terminal))
            .addSubcommand(new SpecCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new DiscoverCommand(terminal))
            .addSubcommand(new PreviewCommand(terminal))
            .addSubcommand(new ScanCommand(terminal))
            .addSubcommand(new QueryCommand(terminal))
            .addSubcommand(new DecryptCommand(terminal, System.in))
            .addSubcommand(new RecordCommand(terminal))
            .addSubcommand(new TestCommand(terminal))
            .addSubcommand(new ReplayCommand(terminal))
            .addSubcommand(ConnectorsCommand.of(terminal))
            .addSubcommand(ComponentsCommand.of(terminal))
            .addSubcommand(new LintCommand(terminal, System.in))
            .addSubcommand(new SchemaCommand(terminal))
            .addSubcommand(new FormatCommand(terminal, System.in))
            .addSubcommand(connector(terminal));
    arrange(commands);
    withConverters(commands);
    commands.setOut(writer(terminal.out()));
    commands.setErr(writer(terminal.err()));
    commands.setColorScheme(UsageReport.colors(terminal.out()));
    commands.setUsageHelpWidth(HelpPages.width(terminal.out()));
    commands.setParameterExceptionHandler(new UsageReport(terminal.err()));
    commands.setExecutionExceptionHandler(
        (problem, command, parsed) -> failure(terminal, parsed).print(problem));
    return commands;
  }

  private static CommandLine connector(Terminal terminal) {
    return new CommandLine(new ConnectorCommand(terminal, System.in))
        .addSubcommand(new ConnectorScriptCommand(terminal))
        .addSubcommand(new ConnectorBuildCommand(terminal));
  }

  private static void arrange(CommandLine command) {
    HelpPages.arrange(command);
    command.getSubcommands().values().forEach(Commands::arrange);
  }

  /// Teaches a parser the words of our own types.
  static CommandLine withConverters(CommandLine parser) {
    return parser
        .registerConverter(WriteMode.class, new WriteModeArgument())
        .registerConverter(Nested.class, new NestedArgument());
  }

  private static FailureReport failure(Terminal terminal, ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return new FailureReport(
        terminal, last.hasMatchedOption("--verbose"), last.hasMatchedOption("--json"));
  }

  private static PrintWriter writer(Channel channel) {
    return new PrintWriter(channel.stream(), true, channel.stream().charset());
  }
}
