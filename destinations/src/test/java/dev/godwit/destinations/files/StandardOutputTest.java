package dev.godwit.destinations.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.StreamReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputTest {
  @TempDir private Path folder;

  private StreamReport sync(OutputStream out, String... slices) {
    try (Destination destination = new StandardOutput(out)) {
      return new ShopFiles("jsonl", folder, "").sync(destination, WriteMode.OVERWRITE, 1, slices);
    }
  }

  @Test
  void eachRowIsALineThatNamesItsStream() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    StreamReport report = sync(out, "{\"id\":1,\"note\":\"é\"}", "{\"id\":2}\n{\"id\":3}");

    assertThat(report.error()).isNull();
    assertThat(report.rows().committed()).isEqualTo(3);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allSatisfy(line ->
            assertThat(line).startsWith("{\"_godwit_stream\":\"orders\",\"_airbyte_raw_id\":"))
        .first()
        .asString()
        .endsWith("\"id\":1,\"note\":\"é\"}");
  }

  @Test
  void aReaderThatHasGoneEndsTheSync() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    StreamReport report = sync(closed, "{\"id\":1}");

    assertThat(report.error().code()).isEqualTo("files.output");
  }
}
