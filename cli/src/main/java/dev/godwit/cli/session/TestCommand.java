package dev.godwit.cli.session;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import dev.godwit.session.ReplayListener;
import dev.godwit.session.SessionCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Replays sessions and compares.
@Command(
    name = "test",
    header = "Test manifests with recorded sessions, without network.",
    description = {
      "Replays each session with the manifest as it is now and compares requests, rows, state and"
          + " failures with what was recorded. Nothing is sent, the clock stands where it stood,"
          + " and waits take no time.",
      "The exit code is 1 when something differs."
    },
    footer = {
      "  godwit test                          all sessions below this folder",
      "  godwit test shop.session.yaml",
      "  godwit test shop.session.yaml --update     what comes now is what is expected"
    })
public final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Sessions, or folders in which every *.session.yaml is taken. Default: this folder.")
  private List<Path> files = List.of();

  @Option(
      names = "--update",
      description =
          "Show what differs, then write what came now into the sessions. Requests that a session"
              + " has no answer to need a new recording.")
  private boolean update;

  @Option(
      names = "--allow-python",
      description = "Let the Python of manifests run: components.py beside them.")
  private boolean allowPython;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  public TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    List<Verdict> verdicts = new ArrayList<>();
    for (Path file : new SessionFiles(terminal.folder()).find(files)) {
      Verdict verdict = test(file, log.to(area));
      verdicts.add(verdict);
      if (!json.isSet()) {
        new VerdictText(terminal.out()).print(verdict);
      }
    }
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(Verdict.json(verdicts)));
    } else {
      new VerdictText(terminal.err()).summary(verdicts);
    }
    return verdicts.stream().allMatch(Verdict::isGood) ? ExitCode.OK : ExitCode.FAILED;
  }

  /// A session that cannot be replayed does not keep the others from it.
  private Verdict test(Path file, Log to) {
    try {
      SessionCheck.Checked checked =
          new SessionCheck(
                  terminal.folder().resolve(file),
                  terminal.folder(),
                  allowPython,
                  terminal.variables(),
                  to,
                  ReplayListener.SILENT)
              .run();
      boolean updated = update && checked.complete() && !checked.differences().isEmpty();
      if (updated) {
        checked.write(terminal.folder().resolve(file));
      }
      return new Verdict.Tested(file, checked, updated);
    } catch (GodwitException e) {
      return new Verdict.Refused(file, e);
    }
  }
}
