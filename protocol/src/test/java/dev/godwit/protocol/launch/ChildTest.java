package dev.godwit.protocol.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildTest {
  @TempDir Path folder;

  private static String read(Child child) throws IOException {
    return new String(child.output().readAllBytes(), UTF_8);
  }

  private static Map<String, byte[]> configAndState() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("--config", "{\"key\":\"secret\"}".getBytes(UTF_8));
    files.put("--state", "[]".getBytes(UTF_8));
    return files;
  }

  @Test
  void theConnectorGetsItsCommandAndItsFiles() throws Exception {
    Program program = new Scripts(folder).program("echo \"$1 $2 $4\"", "cat \"$3\"", "cat \"$5\"");

    try (Child child = program.start(new Invocation("read", configAndState()))) {
      assertThat(read(child)).isEqualTo("read --config --state\n{\"key\":\"secret\"}[]");
      assertThat(child.awaitExit()).isZero();
    }
  }

  @Test
  void nobodyElseMayReadTheFilesAndTheyAreRemovedAtTheEnd() throws Exception {
    Program program =
        new Scripts(folder)
            .program(
                "ls -ld \"$(dirname \"$3\")\" | cut -c1-10",
                "ls -l \"$3\" | cut -c1-10",
                "echo $3");

    try (Child child = program.start(new Invocation("read", configAndState()))) {
      List<String> said = read(child).lines().toList();
      child.awaitExit();

      assertThat(said).startsWith("drwx------", "-rw-------");
      assertThat(Path.of(said.get(2)).getParent()).doesNotExist();
    }
  }

  @Test
  void theFilesOfAConnectorThatIsKilledAreRemovedToo() throws Exception {
    Program program = new Scripts(folder).program("echo $3", "exec cat");

    try (Child child = program.start(new Invocation("write", configAndState()))) {
      Path config =
          Path.of(new BufferedReader(new InputStreamReader(child.output(), UTF_8)).readLine());
      assertThat(config).exists();
      child.kill();

      assertThat(config.getParent()).doesNotExist();
      assertThat(child.wasKilled()).isTrue();
      assertThat(child.awaitExit()).isEqualTo(128 + 15);
    }
  }

  @Test
  void theConnectorSeesAFewVariablesOnly() throws Exception {
    Scripts scripts =
        new Scripts(folder)
            .with("DATABASE_PASSWORD", "hunter2")
            .with("LD_PRELOAD_SECRET", "x")
            .with("https_proxy", "http://proxy")
            .with("LC_TIME", "C")
            .with("FORWARDED", "yes");
    Path script = scripts.script("connector", "env");
    Program program =
        scripts
            .launcher(scripts.settings().withPassedOn(List.of("FORWARDED")))
            .prepare(new Launch.Executable(script, List.of()));

    try (Child child = program.start(new Invocation("spec", Map.of()))) {
      assertThat(read(child).lines().map(line -> line.replaceFirst("=.*", "")))
          .contains("PATH", "https_proxy", "LC_TIME", "FORWARDED")
          .isSubsetOf(
              "PATH",
              "https_proxy",
              "LC_TIME",
              "FORWARDED",
              "GODWIT_CHILD",
              "PWD",
              "OLDPWD",
              "SHLVL",
              "_");
    }
  }

  @Test
  void standardErrorGoesToTheLogAndIntoTheLastLines() throws Exception {
    Scripts scripts = new Scripts(folder);
    Program program =
        scripts.program("echo reading s3cret >&2", "echo 'ERROR no such s3cret' >&2", "exit 1");

    Invocation invocation =
        new Invocation("read", new LinkedHashMap<>(), line -> line.replace("s3cret", "****"));
    try (Child child = program.start(invocation)) {
      assertThat(child.awaitExit()).isEqualTo(1);
      assertThat(child.lastLines()).containsExactly("reading ****", "ERROR no such ****");
      assertThat(scripts.log().all())
          .containsExactly("INFO reading ****", "WARN ERROR no such ****");
      child.note("and s3cret");
      assertThat(child.lastLines()).endsWith("and ****");
    }
  }

  @Test
  void aFloodOnStandardErrorIsReadThroughAndOnlyTheLastLinesAreKept() throws Exception {
    Scripts scripts = new Scripts(folder);
    try (Child child =
        scripts.start(
            "i=0; while [ $i -lt 5000 ]; do echo \"line $i\" >&2; i=$((i+1)); done",
            "head -c 3000000 /dev/zero | tr '\\0' 'x' >&2",
            "echo done")) {
      assertThat(read(child)).isEqualTo("done\n");
      child.awaitExit();

      assertThat(child.lastLines()).hasSize(20).contains("line 4999");
      assertThat(child.lastLines().getLast()).hasSize(2_001).endsWith("x…");
      assertThat(scripts.log().all()).hasSize(5_001);
    }
  }

  @Test
  void aConnectorWhoseOutputNobodyReadsWaits() throws Exception {
    Path progress = folder.resolve("progress");
    try (Child child =
        new Scripts(folder)
            .start(
                "head -c 10000000 /dev/zero",
                "echo over > " + progress,
                "head -c 1000 /dev/zero")) {
      child.output().readNBytes(1_000_000);
      assertThat(progress).doesNotExist();

      assertThat(child.output().readAllBytes()).hasSize(9_001_000);
      assertThat(progress).exists();
    }
  }

  @Test
  void whatIsStillInThePipeAtTheEndIsReadInOrder() throws Exception {
    try (Child child = new Scripts(folder).start("seq 1 9000", "exit 3")) {
      assertThat(child.awaitExit()).isEqualTo(3);
      assertThat(read(child).lines().count()).isEqualTo(9_000);
    }
  }

  @Test
  void whoWritesToAConnectorThatDoesNotReadIsFreedByItsEnd() throws Exception {
    Child child = new Scripts(folder).start("exec tail -f /dev/null");
    OutputStream input = child.input();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (true) {
                  input.write(new byte[100_000]);
                }
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            });

    child.close();
    writer.join();

    assertThat(child.awaitExit()).isEqualTo(128 + 15);
  }

  @Test
  void aCallThatWasInterruptedCanStillEndItsConnector() throws Exception {
    Child child = new Scripts(folder).start("trap '' TERM", "echo up", "while :; do read x; done");
    child.output().read();

    Thread.currentThread().interrupt();
    child.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(child.awaitExit()).isEqualTo(128 + 9);
  }

  @Test
  void closingTwiceIsFine() throws Exception {
    Child child = new Scripts(folder).start("exit 0");
    child.awaitExit();
    child.close();
    child.close();

    assertThat(child.wasKilled()).isFalse();
  }

  @Test
  void manyConnectorsRunSideBySide() throws Exception {
    Program program = new Scripts(folder).program("exec cat");
    List<Child> children =
        java.util.stream.Stream.generate(() -> program.start(new Invocation("write", Map.of())))
            .limit(20)
            .toList();
    for (Child child : children) {
      try (child) {
        child.input().write("hello".getBytes(UTF_8));
        child.input().close();
        assertThat(read(child)).isEqualTo("hello");
      }
    }
    assertThat(folder).isDirectoryContaining("glob:**/connector");
  }
}
