package dev.godwit.cli.session;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.session.SessionCheck;
import dev.godwit.session.SessionCheck.Checked;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows a session as it goes.
@Command(
    name = "replay",
    header = "Replay a recorded session and show what happens.",
    description = {
      "Prints requests, answers and rows as they come, without network: to see what somebody else"
          + " saw. The exit code is 1 when something differs from the recording."
    },
    footer = {"  godwit replay shop.session.yaml"})
public final class ReplayCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The session.")
  private Path file = Path.of("");

  @Option(
      names = "--allow-python",
      description = "Let the Python of the manifest run: components.py beside it.")
  private boolean allowPython;

  @Option(names = "--bodies", description = "Print the bodies of requests and answers, too.")
  private boolean bodies;

  @Mixin private LogOption log = new LogOption();

  public ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Checked checked =
        new SessionCheck(
                terminal.folder().resolve(file),
                terminal.folder(),
                allowPython,
                terminal.variables(),
                log.to(new StatusArea(terminal.err())),
                new ReplayText(terminal.out(), bodies))
            .run();
    Verdict verdict = new Verdict.Tested(file, checked, false);
    new VerdictText(terminal.out()).print(verdict);
    return verdict.isGood() ? ExitCode.OK : ExitCode.FAILED;
  }
}
