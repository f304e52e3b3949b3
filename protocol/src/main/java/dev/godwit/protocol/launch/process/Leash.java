package dev.godwit.protocol.launch.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Ties a program to Godwit with the tools of the operating system, where it has them: `setsid`
/// gives the program a session of its own, so that Ctrl-C in a terminal reaches Godwit alone and
/// descendants can be told from other processes; `setpriv` has the kernel end it when Godwit is
/// killed. Thread-safe.
public final class Leash {
  private static final int PROBE_SECONDS = 10;

  private final List<String> session;
  private final Optional<Path> lifeline;

  /// Looks which of the tools are there and work.
  public Leash(SearchPath programs) {
    this.session =
        programs
            .find("setsid")
            .filter(tool -> Platform.LINUX && works(List.of(tool.toString(), "true")))
            .map(tool -> List.of(tool.toString()))
            .orElse(List.of());
    this.lifeline =
        programs
            .find("setpriv")
            .filter(tool -> Platform.LINUX && works(tied(tool, LastWill.KILL, List.of("true"))));
  }

  /// What the kernel sends to a program whose Godwit is gone.
  public enum LastWill {
    /// Ends it at once.
    KILL,
    /// Asks it to end, for programs that have to clean up elsewhere.
    TERM
  }

  List<String> around(List<String> command, LastWill will) {
    List<String> whole = new ArrayList<>(session);
    whole.addAll(lifeline.map(tool -> tied(tool, will, command)).orElse(command));
    return whole;
  }

  private static List<String> tied(Path tool, LastWill will, List<String> command) {
    List<String> whole = new ArrayList<>(List.of(tool.toString(), "--pdeathsig", will.name()));
    whole.addAll(command);
    return whole;
  }

  private static boolean works(List<String> command) {
    try {
      Process probe =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      probe.destroyForcibly();
      return ended && probe.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
