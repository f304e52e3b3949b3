package dev.godwit.python;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stream `items` of a manifest, read by the reference itself, in a process of its own.
///
/// @param rows in the order in which they came
/// @param state the last one that was told; empty for none
record ReferenceRun(List<@Nullable Object> rows, Map<?, ?> state) {
  private static final String READ =
      """
      from airbyte_cdk.cli.source_declarative_manifest import run
      run()
      """;

  static ReferenceRun of(
      Path folder, String manifest, Map<String, ?> config, Map<String, ?> earlier)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("manifest.yaml"), manifest);
    Files.writeString(folder.resolve("config.json"), JsonWriter.text(config));
    Files.writeString(folder.resolve("catalog.json"), JsonWriter.text(catalog(!earlier.isEmpty())));
    Files.writeString(folder.resolve("state.json"), JsonWriter.text(state(earlier)));
    Path out = folder.resolve("out.jsonl");
    ProcessBuilder command =
        new ProcessBuilder(
                Pythons.interpreter().toString(),
                "-c",
                READ,
                "read",
                "--manifest-path",
                "manifest.yaml",
                "--components-path",
                ShopReadings.components().toString(),
                "--config",
                "config.json",
                "--catalog",
                "catalog.json",
                "--state",
                "state.json")
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("errors.txt").toFile());
    command.environment().put("AIRBYTE_ENABLE_UNSAFE_CODE", "true");
    int exit = command.start().waitFor();
    if (exit != 0) {
      throw new AssertionError(
          Files.readString(out) + Files.readString(folder.resolve("errors.txt")));
    }
    return read(out);
  }

  private static ReferenceRun read(Path out) throws IOException {
    List<@Nullable Object> rows = new ArrayList<>();
    Map<?, ?> state = Map.of();
    for (String line : Files.readAllLines(out)) {
      if (JsonParser.LENIENT.parse(line) instanceof Map<?, ?> message) {
        if (message.get("record") instanceof Map<?, ?> record) {
          rows.add(record.get("data"));
        }
        if (message.get("state") instanceof Map<?, ?> told
            && told.get("stream") instanceof Map<?, ?> stream
            && stream.get("stream_state") instanceof Map<?, ?> value) {
          state = value;
        }
      }
    }
    return new ReferenceRun(rows, state);
  }

  private static Map<String, ?> catalog(boolean incremental) {
    String mode = incremental ? "incremental" : "full_refresh";
    return Map.of(
        "streams",
        List.of(
            Map.of(
                "stream",
                Map.of(
                    "name",
                    "items",
                    "json_schema",
                    Map.of(),
                    "supported_sync_modes",
                    List.of(mode)),
                "sync_mode",
                mode,
                "destination_sync_mode",
                "append")));
  }

  private static List<?> state(Map<String, ?> earlier) {
    return earlier.isEmpty()
        ? List.of()
        : List.of(
            Map.of(
                "type",
                "STREAM",
                "stream",
                Map.of("stream_descriptor", Map.of("name", "items"), "stream_state", earlier)));
  }
}
