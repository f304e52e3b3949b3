package dev.godwit.protocol.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.protocol.launch.process.SearchPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DescendantsTest {
  private static final String STUBBORN =
      "trap '' TERM; echo $$; while :; do read x < /dev/zero; done";

  @TempDir Path folder;

  @BeforeEach
  void onLinux() {
    assumeTrue(Path.of("/proc/self/environ").toFile().exists(), "needs Linux");
  }

  /// The process whose number the child says in its next line.
  private static ProcessHandle next(BufferedReader lines) throws IOException {
    return ProcessHandle.of(Long.parseLong(lines.readLine().strip())).orElseThrow();
  }

  private static BufferedReader lines(Child child) {
    return new BufferedReader(new InputStreamReader(child.output(), UTF_8));
  }

  @Test
  void aDescendantThatWillNotEndIsKilled() throws Exception {
    try (Child child =
        new Scripts(folder).start("sh -c \"" + STUBBORN.replace("$", "\\$") + "\" &", "wait")) {
      ProcessHandle descendant = next(lines(child));
      child.kill();

      descendant.onExit().join();
      assertThat(descendant.isAlive()).isFalse();
    }
  }

  @Test
  void whatAConnectorLeavesBehindEndsWithIt() throws Exception {
    try (Child child = new Scripts(folder).start("sleep 1000 &", "echo $!", "exit 0")) {
      BufferedReader lines = lines(child);
      ProcessHandle descendant = next(lines);

      assertThat(child.awaitExit()).isZero();
      descendant.onExit().join();
      assertThat(lines.readLine()).isNull();
      assertThat(child.wasKilled()).isFalse();
    }
  }

  @Test
  void aDescendantThatHasLeftItsFamilyIsFound() throws Exception {
    assumeTrue(new SearchPath(System.getenv()).find("setsid").isPresent(), "needs setsid");
    try (Child child =
        new Scripts(folder)
            .start("(setsid sh -c 'echo $$; exec sleep 1000' &)", "exec sleep 1000")) {
      ProcessHandle descendant = next(lines(child));
      child.kill();

      descendant.onExit().join();
      assertThat(descendant.isAlive()).isFalse();
    }
  }

  @Test
  void theProgramItselfIsTheChildAndHasASessionOfItsOwn() throws Exception {
    assumeTrue(new SearchPath(System.getenv()).find("setsid").isPresent(), "needs setsid");
    try (Child child =
        new Scripts(folder)
            .start("echo $$", "sed 's/.*) //' /proc/$$/stat | cut -d ' ' -f 4", "exit 0")) {
      BufferedReader lines = lines(child);

      assertThat(lines.readLine()).isEqualTo(lines.readLine());
    }
  }

  @Test
  void whenGodwitEndsInGoodOrderItsConnectorsEndAndTheirFilesGo() throws Exception {
    Process godwit =
        another(new Scripts(folder).script("connector", "echo $$ $3 >&2", "exec sleep 1000"));
    Running running = Running.of(godwit);
    godwit.destroy();
    godwit.waitFor();

    running.connector.onExit().join();
    assertThat(running.config.getParent()).doesNotExist();
  }

  @Test
  void whenGodwitIsKilledTheKernelEndsItsConnectors() throws Exception {
    assumeTrue(new SearchPath(System.getenv()).find("setpriv").isPresent(), "needs setpriv");
    Process godwit =
        another(new Scripts(folder).script("connector", "echo $$ $3 >&2", "exec sleep 1000"));
    Running running = Running.of(godwit);
    godwit.destroyForcibly();

    running.connector.onExit().join();
    assertThat(running.connector.isAlive()).isFalse();
  }

  private record Running(ProcessHandle connector, Path config) {
    static Running of(Process godwit) throws IOException {
      String[] said = godwit.inputReader(UTF_8).readLine().split(" ", -1);
      return new Running(ProcessHandle.of(Long.parseLong(said[0])).orElseThrow(), Path.of(said[1]));
    }
  }

  private Process another(Path connector) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Sleeper.class.getName(),
            connector.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Starts a connector, repeats what it says on standard error, and waits.
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
      LaunchSettings settings = LaunchSettings.standard(System.getenv());
      new Launcher(settings, System.getenv(), (level, line) -> System.out.println(line))
          .prepare(new Launch.Executable(Path.of(arguments[0]), java.util.List.of()))
          .start(new Invocation("read", Map.of("--config", new byte[0])))
          .awaitExit();
    }
  }
}
