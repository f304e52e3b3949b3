package dev.godwit.protocol.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableTest {
  @TempDir Path folder;

  private static void assertRefused(ThrowingCallable call, String code, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.describe()).contains(text);
            });
  }

  private Program prepare(Scripts scripts, String program, String... arguments) {
    return scripts
        .launcher(scripts.settings())
        .prepare(new Launch.Executable(Path.of(program), List.of(arguments)));
  }

  @Test
  void aNameIsLookedUpOnThePath() throws Exception {
    Scripts scripts = new Scripts(folder).with("PATH", folder + ":" + System.getenv("PATH"));
    scripts.script("source-shop", "echo \"$@\"");

    try (Child child =
        prepare(scripts, "source-shop", "--fast").start(new Invocation("spec", Map.of()))) {
      assertThat(new String(child.output().readAllBytes(), UTF_8)).isEqualTo("--fast spec\n");
    }
  }

  @Test
  void theVersionTellsOneProgramFromAnother() {
    Scripts scripts = new Scripts(folder);
    String before = prepare(scripts, scripts.script("a", "exit 0").toString()).version();
    String after = prepare(scripts, scripts.script("a", "exit 1").toString()).version();

    assertThat(before).matches("sha256:[0-9a-f]{64}").isNotEqualTo(after);
    assertThat(prepare(scripts, scripts.script("b", "exit 1").toString()).version())
        .isEqualTo(after);
  }

  @Test
  void aMissingProgramIsToldWithWhatToDo() {
    Scripts scripts = new Scripts(folder);

    assertRefused(() -> prepare(scripts, "source-nowhere"), "launch.not-found", "on PATH");
    assertRefused(
        () -> prepare(scripts, folder + "/nowhere"), "launch.not-found", "Correct its path");
  }

  @Test
  void whatMayNotBeRunIsToldWithWhatToDo() throws Exception {
    Scripts scripts = new Scripts(folder);
    Path plain = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");

    assertRefused(() -> prepare(scripts, plain.toString()), "launch.not-executable", "chmod +x");
    assertRefused(() -> prepare(scripts, folder.toString()), "launch.not-executable", "may be run");
  }

  @Test
  void aScriptWhoseInterpreterIsMissingLeavesNoFiles() throws Exception {
    Scripts scripts = new Scripts(folder);
    Path script = scripts.script("broken", "exit 0");
    Files.writeString(script, "#!/nowhere/python\n");

    try (Child child =
        prepare(scripts, script.toString()).start(new Invocation("spec", Map.of()))) {
      assertThat(new Exit(child.awaitExit()).words()).contains("not found");
    } catch (GodwitException e) {
      assertThat(e.code()).isEqualTo("launch.not-started");
    }
  }
}
