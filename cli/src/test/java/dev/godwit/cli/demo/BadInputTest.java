package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.ParsedJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeManifest() {
    DemoFiles.in(folder);
  }

  @Test
  void namesEveryProblemOfAConfigurationWithItsPath() {
    Captured sync = sync("demo.yaml", "--set", "url=ftp://shop", "--set", "start_date=5");

    assertThat(sync.exitCode()).isEqualTo(2);
    assertThat(sync.err())
        .contains("url", "api_token", "start_date")
        .doesNotContain("ftp://shop", "\tat ");
    assertThat(folder.resolve("x.duckdb")).doesNotExist();
  }

  @Test
  void tellsProgramsTheSame() {
    Captured sync = sync("demo.yaml", "--json");

    assertThat(sync.exitCode()).isEqualTo(2);
    ParsedJson error = ParsedJson.of(sync.out()).object("error");
    assertThat(error.value("kind")).isEqualTo("config");
    assertThat(error.value("code")).isEqualTo("config.invalid");
    assertThat(error.value("message").toString()).contains("url", "api_token");
  }

  @Test
  void saysWhereAManifestIsWrongAndWhatWasExpected() throws IOException {
    String manifest = Files.readString(folder.resolve("demo.yaml"));
    Files.writeString(
        folder.resolve("wrong.yaml"),
        manifest.replaceFirst("type: CursorPagination", "type: CursorPaginaton"));
    long line = manifest.lines().takeWhile(l -> !l.contains("type: CursorPagination")).count() + 1;

    Captured check = Captured.run(folder, "check", "wrong.yaml");

    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.err())
        .contains("wrong.yaml:" + line, "CursorPaginaton", "CursorPagination")
        .doesNotContain("\tat ");
  }

  @Test
  void saysWhereYamlIsBroken() throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), "version: 7.0.0\nstreams: [\n");

    Captured check = Captured.run(folder, "check", "broken.yaml");

    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.err()).contains("broken.yaml:");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThat(Captured.run(folder, "check", "nowhere.yaml"))
        .matches(check -> check.exitCode() == 2)
        .matches(check -> check.err().contains("nowhere.yaml"));
    assertThat(sync("demo.yaml", "--config", "nowhere.json"))
        .matches(sync -> sync.exitCode() == 2)
        .matches(sync -> sync.err().contains("nowhere.json"));
  }

  @Test
  void saysThatADestinationDoesNotExist() {
    Captured sync =
        Captured.run(
            folder,
            "sync",
            "demo.yaml",
            "duckbd:x",
            "--set",
            "url=http://a",
            "--set",
            "api_token=b");

    assertThat(sync.exitCode()).isEqualTo(2);
    assertThat(sync.err()).contains("duckbd", "duckdb:");
  }

  @Test
  void namesTheHostThatCannotBeReachedAndWhatToTry() throws IOException {
    String manifest = Files.readString(folder.resolve("demo.yaml"));
    Files.writeString(
        folder.resolve("hasty.yaml"), manifest.replace("max_retries: 5", "max_retries: 0"));
    String address = "127.0.0.1:" + closedPort();

    Captured sync =
        sync(
            "hasty.yaml",
            "--attempts",
            "1",
            "--set",
            "url=http://" + address,
            "--set",
            "api_token=hunter2");

    assertThat(sync.exitCode()).isEqualTo(1);
    assertThat(sync.err())
        .contains(address, "refused", "Check that the API is up")
        .doesNotContain("hunter2", "\tat ");
  }

  @Test
  void showsWhereItHappenedToThoseWhoAsk() {
    assertThat(sync("demo.yaml", "--verbose").err()).contains("\tat dev.godwit.");
  }

  private Captured sync(String manifest, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "sync";
    args[1] = manifest;
    args[2] = "duckdb:" + folder.resolve("x.duckdb");
    System.arraycopy(more, 0, args, 3, more.length);
    return Captured.run(folder, args);
  }

  /// A port that was free a moment ago.
  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
