package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.failure.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir private Path folder;

  @Test
  void tellsItsVersion() {
    Captured version = run("--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("godwit \\d+\\.\\d+.*\\R");
    assertThat(run("-V")).isEqualTo(version);
  }

  @Test
  void explainsItselfWithoutACommand() {
    Captured nothing = run();

    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("Commands:", "demo", "sync", "Exit codes:");
    assertThat(nothing.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "sync",
        "check",
        "discover",
        "preview",
        "scan",
        "query",
        "connectors",
        "lint",
        "schema",
        "fmt"
      })
  void everyCommandTeachesByExample(String command) {
    Captured help = run(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out().lines().dropWhile(line -> !line.equals("Examples:")))
        .anyMatch(line -> line.strip().startsWith("godwit " + command));
    assertThat(run(command, "-h")).isEqualTo(help);
  }

  static Stream<List<String>> slips() {
    return Stream.of(
        List.of("There is no command snyc; did you mean sync?", "snyc", "a.yaml", "duckdb:x"),
        List.of("There is no command frobnicate.", "frobnicate"),
        List.of("no option --confg; did you mean --config?", "sync", "a", "b", "--confg", "c"),
        List.of("no option --confg; did you mean --config?", "sync", "--confg=c", "a", "b"),
        List.of("no option --confg; did you mean --config?", "sync", "--confg", "c"),
        List.of("did you mean --write-mode?", "sync", "a", "b", "--writemode", "append"),
        List.of(
            "no write mode apend; did you mean append?", "sync", "a", "b", "--write-mode=apend"),
        List.of("no progress jsn; did you mean json?", "sync", "a", "b", "--progress=jsn"),
        List.of("'--limit': 'many'", "preview", "a", "b", "--limit", "many"),
        List.of("an argument too many", "check", "a.yaml", "b.yaml"));
  }

  @ParameterizedTest
  @MethodSource("slips")
  void saysWhatWasProbablyMeant(List<String> expectedAndArguments) {
    List<String> arguments = expectedAndArguments.subList(1, expectedAndArguments.size());

    Captured usage = run(arguments.toArray(String[]::new));

    assertThat(usage.exitCode()).isEqualTo(2);
    assertThat(usage.err()).contains(expectedAndArguments.getFirst()).contains("Usage: godwit");
    assertThat(usage.out()).isEmpty();
  }

  @Test
  void neverRepeatsWhatMayBeASecret() {
    List<Captured> slips =
        List.of(
            run("check", "a.yaml", "--set", "token", "hunter2"),
            run("check", "a.yaml", "--sett", "token=hunter2"),
            run("check", "a.yaml", "--sett=token=hunter2"),
            run("check", "a.yaml", "hunter2"),
            run("check", "a.yaml", "--set", "hunter2"));

    assertThat(slips)
        .allMatch(slip -> slip.exitCode() == 2)
        .noneMatch(slip -> slip.err().contains("hunter2") || slip.out().contains("hunter2"));
  }

  private Captured run(String... args) {
    return Captured.run(folder, args);
  }

  @Test
  void aManifestAloneDoesNotSayWhereRowsGo() {
    Captured result = run("sync", "a.yaml");
    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.err()).contains("A manifest says nothing about a destination.");
  }
}
