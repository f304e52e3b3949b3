package dev.godwit.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.distribution.UnpackedDistribution.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
  private static final Map<String, String> NOTHING = Map.of("PATH", "", "JAVA_HOME", "");
  private static final String VERSION =
      "godwit " + System.getProperty("distribution.version") + "\n";

  @TempDir private static Path folder;
  private static UnpackedDistribution distribution;

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    distribution = UnpackedDistribution.into(folder);
  }

  @Test
  void startsWithNeitherJavaNorPath() throws IOException, InterruptedException {
    assertThat(distribution.run(NOTHING, distribution.launcher(), "--version"))
        .isEqualTo(new Outcome(0, VERSION, ""));
  }

  @Test
  void startsThroughLinks() throws IOException, InterruptedException {
    Path absolute = Files.createSymbolicLink(folder.resolve("one"), distribution.launcher());
    Path relative = Files.createSymbolicLink(folder.resolve("two"), absolute.getFileName());
    assertThat(distribution.run(Map.of("PATH", System.getenv("PATH")), relative, "--version"))
        .isEqualTo(new Outcome(0, VERSION, ""));
  }

  /// With AOTMode=on the JVM refuses to start when it cannot use the cache.
  @Test
  void usesTheStartCacheItBrings() throws IOException, InterruptedException {
    Map<String, String> strict = Map.of("GODWIT_JAVA_OPTS", "-XX:AOTMode=on");
    assertThat(distribution.run(strict, distribution.launcher(), "--version"))
        .isEqualTo(new Outcome(0, VERSION, ""));
    assertThat(distribution.run(strict, distribution.launcher(), "sync", "--version").err())
        .doesNotContain("AOT");
  }

  @Test
  void saysNothingAboutAStartCacheThatDoesNotFit() throws IOException, InterruptedException {
    Path jar = distribution.library("godwit-cli.jar");
    FileTime packed = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    try {
      assertThat(distribution.run(NOTHING, distribution.launcher(), "--version"))
          .isEqualTo(new Outcome(0, VERSION, ""));
    } finally {
      Files.setLastModifiedTime(jar, packed);
    }
  }

  @Test
  void leavesTheCollectorToTheUserWhoNamesOne() throws IOException, InterruptedException {
    Outcome outcome =
        distribution.run(
            Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC"), distribution.launcher(), "--version");
    assertThat(outcome)
        .isEqualTo(new Outcome(0, VERSION, "Picked up JAVA_TOOL_OPTIONS: -XX:+UseG1GC\n"));
  }

  @Test
  void loadsDuckDbWithoutUnpackingIt() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    String classPath =
        distribution.library("godwit-cli.jar")
            + ":"
            + Path.of(
                DuckDbQuery.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Outcome outcome =
        distribution.run(
            NOTHING,
            distribution.java(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            classPath,
            DuckDbQuery.class.getName());
    assertThat(outcome).isEqualTo(new Outcome(0, "42\n", ""));
    assertThat(temporary).isEmptyDirectory();
  }
}
