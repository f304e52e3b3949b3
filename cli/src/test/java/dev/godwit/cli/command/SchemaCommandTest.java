package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
  @TempDir private Path folder;

  @Test
  void printsASchema() {
    Captured schema = Captured.run(folder, "schema");

    assertThat(schema.exitCode()).isZero();
    assertThat(schema.out()).startsWith("{\"$schema\":\"http://json-schema.org/draft-07/schema#\"");
  }

  @Test
  void writesItIntoAFile() {
    String printed = Captured.run(folder, "schema", "--strict").out();

    Captured written = Captured.run(folder, "schema", "--strict", "--out", "strict.json");

    assertThat(written).isEqualTo(new Captured(0, "", ""));
    assertThat(folder.resolve("strict.json")).content().isEqualTo(printed);
    assertThat(printed).isNotEqualTo(Captured.run(folder, "schema").out());
  }

  @Test
  void saysWhenTheFileCannotBeWritten() {
    Captured refused = Captured.run(folder, "schema", "--out", "no/such/folder.json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("cannot write the file").contains("folder.json");
  }
}
