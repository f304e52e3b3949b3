package dev.godwit.protocol.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.process.SearchPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ContainerTest {
  private static final Launch IMAGE = new Launch.ContainerImage("shop/source:1.0");

  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void onUnix() {
    assumeTrue(new SearchPath(System.getenv()).find("setsid").isPresent(), "needs setsid");
    scripts = new Scripts(folder);
  }

  private Program prepare(LaunchSettings settings) {
    return scripts.launcher(settings).prepare(IMAGE);
  }

  private GodwitException refused(LaunchSettings settings) {
    return catchThrowableOfType(GodwitException.class, () -> prepare(settings));
  }

  private static Invocation call(String config) {
    return new Invocation("read", Map.of("--config", config.getBytes(UTF_8)));
  }

  @Test
  void anImageIsPulledOnceAndRunByItsId() throws Exception {
    StubRuntime runtime = new StubRuntime(folder, scripts, "echo \"$@\"", "cat $FILES/config.json");
    runtime.offers();
    Program program = prepare(scripts.settings());
    prepare(scripts.settings().withOffline(true));

    assertThat(program.version()).isEqualTo("shop/source@sha256:def");
    assertThat(scripts.log().all()).filteredOn(line -> line.startsWith("INFO Pulling")).hasSize(1);
    try (Child child = program.start(call("{\"a\":1}"))) {
      assertThat(new String(child.output().readAllBytes(), UTF_8))
          .isEqualTo("read --config /godwit/config.json\n{\"a\":1}");
      assertThat(child.awaitExit()).isZero();
    }
    assertThat(runtime.arguments())
        .startsWith("run", "--rm", "--interactive", "--init", "--name")
        .containsSequence("--log-driver", "none", "--pull", "never", "--volume")
        .containsSequence("sha256:abc", "read", "--config", "/godwit/config.json")
        .noneMatch(argument -> argument.contains("\"a\""));
  }

  @Test
  void filesCanBeReadByEveryUserOfTheContainerAndByNobodyElse() throws Exception {
    StubRuntime runtime =
        new StubRuntime(
            folder,
            scripts,
            "ls -ld $FILES | cut -c1-10",
            "ls -l $FILES/config.json | cut -c1-10",
            "ls -ld $(dirname $FILES) | cut -c1-10",
            "echo $FILES");
    runtime.offers();

    try (Child child = prepare(scripts.settings()).start(call("{}"))) {
      List<String> said = new String(child.output().readAllBytes(), UTF_8).lines().toList();
      child.awaitExit();

      assertThat(said).startsWith("drwxr-xr-x", "-rw-r--r--", "drwx------");
      assertThat(Path.of(said.get(3)).getParent()).doesNotExist();
    }
  }

  @Test
  void boundsFoldersAndVariablesAreHandedToTheRuntime() throws Exception {
    StubRuntime runtime = new StubRuntime(folder, scripts, "cat $FILES/config.json");
    runtime.offers();
    scripts.with("TOKEN", "s3cret").with("OTHER", "x");
    Path data = Files.createDirectory(folder.resolve("data"));
    SequencedMap<Path, String> volumes = new LinkedHashMap<>(Map.of(data, "/local"));
    ContainerSettings containers =
        new ContainerSettings(
            null, "2g", "1.5", "1000", "host", volumes, true, List.of("--shm-size", "1g"));
    LaunchSettings settings =
        scripts.settings().with(containers).withPassedOn(List.of("TOKEN", "ABSENT"));

    String config =
        "{\"path\":\"" + data + "/a.csv\",\"more\":[\"" + data + "\",\"" + data + "x\",7]}";
    try (Child child = prepare(settings).start(call(config))) {
      assertThat(new String(child.output().readAllBytes(), UTF_8))
          .isEqualTo("{\"path\":\"/local/a.csv\",\"more\":[\"/local\",\"" + data + "x\",7]}");
    }
    assertThat(runtime.arguments())
        .containsSequence("--volume", data + ":/local", "--memory", "2g", "--cpus", "1.5")
        .containsSequence("--user", "1000", "--network", "host", "--env", "TOKEN")
        .containsSequence("--shm-size", "1g", "sha256:abc")
        .doesNotContain("ABSENT", "s3cret");
  }

  @Test
  void closingRemovesTheContainerThoughItsCommandLineIsKilled() throws Exception {
    StubRuntime runtime = new StubRuntime(folder, scripts, "echo $$", "exec sleep 1000");
    runtime.offers();
    Child child = prepare(scripts.settings()).start(call("{}"));
    BufferedReader lines = new BufferedReader(new InputStreamReader(child.output(), UTF_8));
    ProcessHandle container =
        ProcessHandle.of(Long.parseLong(lines.readLine().strip())).orElseThrow();

    child.close();

    container.onExit().join();
    assertThat(runtime.removed()).matches("rm --force godwit-[0-9a-f-]+\n");
    assertThat(runtime.arguments()).contains(runtime.removed().strip().split(" ", -1)[2]);
  }

  @Test
  void aDaemonThatDoesNotRunIsTold() throws IOException {
    new StubRuntime(folder, scripts, "exit 0").isDown();
    GodwitException error = refused(scripts.settings());

    assertThat(error.code()).isEqualTo("launch.runtime-failed");
    assertThat(error.message()).contains("Cannot connect to the daemon");
  }

  @Test
  void anImageThatDoesNotExistIsTold() throws IOException {
    new StubRuntime(folder, scripts, "exit 0");

    assertThat(refused(scripts.settings()).code()).isEqualTo("launch.pull-failed");
    assertThat(refused(scripts.settings().withOffline(true)).code()).isEqualTo("launch.offline");
  }

  @Test
  void aMachineWithoutARuntimeIsTold() {
    scripts.with("PATH", folder.toString());

    assertThat(refused(scripts.settings()).code()).isEqualTo("launch.no-runtime");
  }

  @Test
  void anImageMayNotBeAnOption() throws IOException {
    new StubRuntime(folder, scripts, "exit 0").offers();
    GodwitException error =
        catchThrowableOfType(
            GodwitException.class,
            () ->
                scripts
                    .launcher(scripts.settings())
                    .prepare(new Launch.ContainerImage("--privileged")));

    assertThat(error.code()).isEqualTo("launch.image");
  }
}
