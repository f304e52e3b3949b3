package dev.godwit.registry.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockFileTest {
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @TempDir private Path folder;
  private LockFile lock;

  @BeforeEach
  void openLock() {
    lock = new LockFile(folder.resolve("godwit.lock"));
  }

  private static Pin pin(String name, String version) {
    return new Pin(
        ConnectorName.complete(name).orElseGet(() -> new ConnectorName(ConnectorKind.SOURCE, name)),
        new ConnectorVersion(version),
        "https://registry.example/list.json",
        new Pin.PinnedFile("https://registry.example/m.yaml", SHA256),
        "airbyte-" + name,
        "airbyte/" + name,
        Map.of());
  }

  private void write(String text) throws IOException {
    Files.writeString(lock.file(), text);
  }

  @Test
  void whatIsWrittenIsRead() {
    lock.put(pin("source-b", "1.0.0"));
    lock.put(pin("destination-z", "2.0.0"));
    lock.put(pin("plain", "3.0.0"));
    lock.put(pin("source-b", "1.0.1"));

    assertThat(lock.pins())
        .containsExactly(
            pin("destination-z", "2.0.0"), pin("plain", "3.0.0"), pin("source-b", "1.0.1"));
  }

  @Test
  void theOrderOfAddingDoesNotMatter() throws IOException {
    lock.put(pin("source-a", "1.0.0"));
    lock.put(pin("source-b", "1.0.0"));
    LockFile other = new LockFile(folder.resolve("other.lock"));
    other.put(pin("source-b", "1.0.0"));
    other.put(pin("source-a", "1.0.0"));

    assertThat(other.file()).hasSameTextualContentAs(lock.file());
  }

  @Test
  void fieldsOfNewerVersionsStay() throws IOException {
    lock.put(pin("source-a", "1.0.0"));
    write(
        Files.readString(lock.file())
            .replace("\"image\"", "\"wheels\": [{\"sha256\": \"x\"}],\n      \"image\"")
            .replace("\"lock_version\": 1,", "\"lock_version\": 1,\n  \"made_by\": \"x\","));

    lock.put(pin("source-b", "1.0.0"));

    assertThat(lock.file()).content().contains("\"made_by\": \"x\"", "\"wheels\"", "\"source-b\"");
    assertThat(lock.pins().getFirst().others()).containsOnlyKeys("wheels");
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    lock.put(pin("source-a", "1.0.0"));

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(lock.file());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<<<<<<< HEAD\n{}",
        "[]",
        "",
        "{}",
        "{\"lock_version\":2}",
        "{\"lock_version\":1,\"connectors\":{\"source-a\":1}}",
        "{\"lock_version\":1,\"connectors\":{\"source-a\":{\"kind\":\"source\"}}}",
        "{\"lock_version\":1,\"connectors\":{\"source-a\":{\"kind\":\"destination\","
            + "\"version\":\"1\",\"registry\":\"r\"}}}",
        "{\"lock_version\":1,\"connectors\":{\"source-a\":{\"kind\":\"source\","
            + "\"version\":\"1\",\"registry\":\"r\",\"manifest\":{\"url\":\"u\",\"sha256\":\"0\"}}}}",
      })
  void whatIsNoLockIsNotTakenForOne(String text) throws IOException {
    write(text);

    assertThatThrownBy(lock::pins)
        .extracting(error -> ((GodwitException) error).code())
        .isEqualTo("registry.lock");
  }

  @Test
  void namesInALockLeadNowhereElse() throws IOException {
    write(
        "{\"lock_version\":1,\"connectors\":{\"source-../x\":{\"kind\":\"source\","
            + "\"version\":\"1\",\"registry\":\"r\"}}}");

    assertThatThrownBy(lock::pins)
        .extracting(error -> ((GodwitException) error).code())
        .isEqualTo("registry.bad-name");
  }

  @Test
  void noFileIsNoPins() {
    assertThat(lock.pins()).isEmpty();
  }
}
