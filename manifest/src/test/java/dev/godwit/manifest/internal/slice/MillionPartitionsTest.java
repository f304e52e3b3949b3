package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Memory does not grow with the number of partitions that were read.
class MillionPartitionsTest {
  /// Enough for 25,000 cursors, and for a twentieth of a million.
  private static final String HEAP = "-Xmx32m";

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aMillionPartitionsFitIntoASmallHeap() throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MillionPartitions.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(program.waitFor()).as(printed).isZero();
    assertThat(printed)
        .isEqualTo(
            "{\"use_global_cursor\":true,\"state\":{\"at\":\"2024-03-04\"},"
                + "\"parent_state\":{\"parents\":{\"page\":1000}}}");
  }
}
