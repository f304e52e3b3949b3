package dev.godwit.cli.command;

import dev.godwit.cli.terminal.Channel;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What the help of all commands has in common.
final class HelpPages {
  private static final int NARROWEST = 60;

  /// Longer lines are hard to read.
  private static final int WIDEST = 100;

  private static final OptionSpec HELP =
      OptionSpec.builder("-h", "--help")
          .usageHelp(true)
          .description("Explain the command and show examples.")
          .build();

  /// Only told about here: the program answers it before it looks at commands.
  private static final OptionSpec VERSION =
      OptionSpec.builder("-V", "--version").description("Print the version.").build();

  private HelpPages() {}

  static int width(Channel channel) {
    return Math.clamp(channel.width(), NARROWEST, WIDEST);
  }

  /// Gives a command its option `--help`, and its help the shape that all have.
  static void arrange(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.addOption(HELP);
    if (spec.parent() == null) {
      spec.addOption(VERSION);
    }
    UsageMessageSpec help = spec.usageMessage();
    help.abbreviateSynopsis(true)
        .synopsisSubcommandLabel("COMMAND")
        .synopsisHeading("%nUsage: ")
        .descriptionHeading(help.description().length == 0 ? "" : "%n")
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes())
        .footerHeading("%nExamples:%n");
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("  0", "done");
    codes.put("  1", "failed: the message says why, and what to try");
    codes.put("  2", "wrong usage, manifest or configuration; nothing was changed");
    codes.put("130", "ended by Ctrl-C; what was committed stays, the next sync goes on from there");
    return codes;
  }
}
