package dev.godwit.protocol.foreign;

import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.Launch;
import dev.godwit.protocol.launch.LaunchSettings;
import dev.godwit.protocol.launch.Launcher;
import dev.godwit.protocol.launch.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Connectors that are scripts of the shell. Each notes how it was called, and keeps the files that
/// it was given.
final class Script {
  private static final String BEGIN =
      """
      #!/bin/sh
      here=$(dirname "$0")
      command=$1
      echo "$@" >> "$here/calls"
      shift
      while [ $# -gt 1 ]; do cp "$2" "$here/${1#--}.json"; shift 2; done
      """;

  private final Path folder;
  private final Path file;

  /// @param folder empty, for this script alone
  /// @param body what it does, with `$command` and `$here`
  Script(Path folder, String body) throws IOException {
    this.folder = folder;
    this.file = folder.resolve("connector");
    Files.writeString(file, BEGIN + body);
    file.toFile().setExecutable(true);
  }

  /// A source that prints these lines when it is read.
  static Script reading(Path folder, String... lines) throws IOException {
    return reading(folder, 0, lines);
  }

  /// As {@link #reading(Path, String...)}, ending with an exit code.
  static Script reading(Path folder, int exit, String... lines) throws IOException {
    Files.write(folder.resolve("lines"), List.of(lines));
    return new Script(
        folder,
        """
        case $command in
          spec) echo '%s' ;;
          discover) echo '%s' ;;
          read) cat "$here/lines"; exit %d ;;
        esac
        """
            .formatted(SPEC, CATALOG, exit));
  }

  static final String SPEC =
      """
      {"type":"SPEC","spec":{"documentationUrl":"https://docs.example","connectionSpecification":\
      {"type":"object","properties":{"pin":{"type":"string","airbyte_secret":true}}},\
      "supported_destination_sync_modes":["append","overwrite","append_dedup"]}}\
      """;

  static final String CATALOG =
      """
      {"type":"CATALOG","catalog":{"streams":[\
      {"name":"users","json_schema":{"type":"object","properties":{"id":{"type":"integer"}}},\
      "supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,\
      "default_cursor_field":["id"]},\
      {"name":"orders","json_schema":{"type":"object","properties":{"id":{"type":"integer"}}},\
      "supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,\
      "default_cursor_field":["id"]}]}}\
      """;

  static String row(String stream, int id) {
    return """
    {"type":"RECORD","record":{"stream":"%s","data":{"id":%d},"emitted_at":7}}\
    """
        .formatted(stream, id);
  }

  static String state(String stream, int id, int rows) {
    return """
    {"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"%s"},\
    "stream_state":{"id":%d}},"sourceStats":{"recordCount":%d.0}}}\
    """
        .formatted(stream, id, rows);
  }

  static String status(String stream, String status) {
    return """
    {"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":7.0,"stream_status":{\
    "stream_descriptor":{"name":"%s"},"status":"%s"}}}\
    """
        .formatted(stream, status);
  }

  /// @param stream null for all
  static String error(@Nullable String stream, String type, String text) {
    String of = stream == null ? "" : ",\"stream_descriptor\":{\"name\":\"" + stream + "\"}";
    return """
    {"type":"TRACE","trace":{"type":"ERROR","emitted_at":7,"error":{"message":"%s",\
    "failure_type":"%s"%s}}}\
    """
        .formatted(text, type, of);
  }

  Program program(Log log) {
    return new Launcher(LaunchSettings.standard(System.getenv()), System.getenv(), log)
        .prepare(new Launch.Executable(file, List.of()));
  }

  /// The commands that were run, in this order.
  List<String> commands() throws IOException {
    return Files.readAllLines(folder.resolve("calls")).stream()
        .map(call -> call.replaceFirst(" .*", ""))
        .toList();
  }

  /// A file that the script was given last.
  String given(String flag) throws IOException {
    return Files.readString(folder.resolve(flag + ".json"));
  }

  boolean wasGiven(String flag) {
    return Files.exists(folder.resolve(flag + ".json"));
  }

  /// Has it print other lines.
  void lines(String... lines) throws IOException {
    Files.write(folder.resolve("lines"), List.of(lines));
  }
}
