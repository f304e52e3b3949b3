package dev.godwit.cli.failure;

import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.error.Spelling;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, what was probably meant, and how it should look.
/// Arguments may be secrets that stand in the wrong place, so only names are repeated.
public record UsageReport(Channel err) implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    Style style = err.style();
    err.line(style.red(style.bold("error:")) + " " + text(problem, command));
    err.line("");
    Help help = new Help(command.getCommandSpec(), colors(err));
    err.line("Usage: " + help.synopsis(0).stripTrailing());
    err.line("See `%s --help`.".formatted(command.getCommandSpec().qualifiedName()));
    return ExitCode.WRONG_INPUT;
  }

  /// How help looks on a channel.
  public static Help.ColorScheme colors(Channel channel) {
    return Help.defaultColorScheme(channel.style().colors() ? Help.Ansi.ON : Help.Ansi.OFF);
  }

  private static String text(ParameterException problem, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<String> unmatched = unmatched(problem, command);
    if (unmatched.isEmpty()) {
      return String.valueOf(problem.getMessage());
    }
    String first = unmatched.getFirst();
    if (first.startsWith("-")) {
      String name = first.replaceFirst("=.*", "");
      return Spelling.sentence("There is no option " + name, name, optionsOf(spec));
    }
    if (!spec.subcommands().isEmpty()) {
      List<String> commands = List.copyOf(spec.subcommands().keySet());
      return Spelling.sentence("There is no command " + first, first, commands);
    }
    return "There is an argument too many after the ones that the command takes.";
  }

  /// A misspelt option often leads to other complaints; it is the one to talk about.
  private static List<String> unmatched(ParameterException problem, CommandLine command) {
    if (problem instanceof UnmatchedArgumentException unknown) {
      return unknown.getUnmatched();
    }
    return command.getUnmatchedArguments().stream().filter(arg -> arg.startsWith("-")).toList();
  }

  private static List<String> optionsOf(CommandSpec spec) {
    return spec.options().stream().flatMap(option -> Stream.of(option.names())).toList();
  }
}
