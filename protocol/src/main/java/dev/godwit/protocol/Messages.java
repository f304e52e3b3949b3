package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.RowFile;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The messages of the protocol as plain values. Absent fields are left out.
final class Messages {
  private Messages() {}

  /// How far a stream has come.
  enum StreamStatus {
    STARTED,
    RUNNING,
    COMPLETE,
    INCOMPLETE
  }

  static Map<String, @Nullable Object> log(Log.Level level, String text) {
    return message("LOG", "log", fields("level", level.name(), "message", text));
  }

  /// What ended the command.
  static Map<String, @Nullable Object> fatal(String text) {
    return message("LOG", "log", fields("level", "FATAL", "message", text));
  }

  /// A line for developers, which is no message of the protocol.
  static Map<String, @Nullable Object> debug(String text) {
    return fields("type", "DEBUG", "message", text, "data", Map.of());
  }

  static Map<String, @Nullable Object> spec(ConnectorSpec spec) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("connectionSpecification", withoutNulls(spec.connectionSpecification()));
    if (spec.documentationUrl() != null) {
      fields.put("documentationUrl", spec.documentationUrl());
    }
    fields.put("supportsNormalization", false);
    fields.put("supportsDBT", false);
    if (spec.advancedAuth() != null) {
      fields.put("advanced_auth", spec.advancedAuth());
    }
    return message("SPEC", "spec", fields);
  }

  static Map<String, @Nullable Object> status(CheckResult result) {
    Map<String, @Nullable Object> fields =
        fields("status", result.succeeded() ? "SUCCEEDED" : "FAILED");
    if (!result.succeeded()) {
      fields.put("message", result.problem());
    }
    return message("CONNECTION_STATUS", "connectionStatus", fields);
  }

  static Map<String, @Nullable Object> catalog(Catalog catalog) {
    List<@Nullable Object> streams = new ArrayList<>();
    catalog.streams().forEach(stream -> streams.add(stream(stream)));
    return message("CATALOG", "catalog", fields("streams", streams));
  }

  private static Map<String, @Nullable Object> stream(Stream stream) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", stream.name().name());
    fields.put("json_schema", withoutNulls(stream.jsonSchema()));
    fields.put(
        "supported_sync_modes", stream.syncModes().stream().map(SyncMode::wireName).toList());
    if (stream.sourceDefinedCursor() != null) {
      fields.put("source_defined_cursor", stream.sourceDefinedCursor());
    }
    if (!stream.defaultCursorField().isEmpty()) {
      fields.put("default_cursor_field", stream.defaultCursorField());
    }
    if (!stream.primaryKey().isEmpty()) {
      fields.put("source_defined_primary_key", stream.primaryKey());
    }
    if (stream.name().namespace() != null) {
      fields.put("namespace", stream.name().namespace());
    }
    fields.put("is_resumable", stream.resumable());
    fields.put("is_file_based", stream.fileBased());
    return fields;
  }

  /// Everything of a RECORD message before the row itself.
  static byte[] recordPrefix(StreamName stream) {
    String namespace =
        stream.namespace() == null
            ? ""
            : "\"namespace\":" + JsonWriter.text(stream.namespace()) + ",";
    String prefix =
        "{\"type\":\"RECORD\",\"record\":{"
            + namespace
            + "\"stream\":"
            + JsonWriter.text(stream.name())
            + ",\"data\":";
    return prefix.getBytes(StandardCharsets.UTF_8);
  }

  /// What a RECORD message says of the file of its row.
  static Map<String, @Nullable Object> fileReference(RowFile file) {
    Map<String, @Nullable Object> fields =
        fields("staging_file_url", file.path(), "source_file_relative_path", file.name());
    fields.put("file_size_bytes", file.bytes());
    return fields;
  }

  /// @param rows printed since the stream's last state
  static Map<String, @Nullable Object> state(StreamState state, long rows) {
    Map<String, @Nullable Object> stream =
        fields("stream_descriptor", descriptor(state.stream()), "stream_state", state.value());
    Map<String, @Nullable Object> fields = fields("type", "STREAM", "stream", stream);
    fields.put("sourceStats", fields("recordCount", (double) rows));
    return message("STATE", "state", fields);
  }

  /// The configuration to use from now on.
  static Map<String, @Nullable Object> configuration(
      Map<String, @Nullable Object> config, long now) {
    Map<String, @Nullable Object> fields =
        fields("type", "CONNECTOR_CONFIG", "emitted_at", (double) now);
    fields.put("connectorConfig", fields("config", withoutNulls(config)));
    return message("CONTROL", "control", fields);
  }

  static Map<String, @Nullable Object> streamStatus(
      StreamName stream, StreamStatus status, long now) {
    return status(fields("stream_descriptor", descriptor(stream), "status", status.name()), now);
  }

  /// A stream that is running, but waits.
  static Map<String, @Nullable Object> rateLimited(StreamName stream, long now) {
    Map<String, @Nullable Object> fields =
        fields("stream_descriptor", descriptor(stream), "status", StreamStatus.RUNNING.name());
    fields.put("reasons", List.of(fields("type", "RATE_LIMITED")));
    return status(fields, now);
  }

  private static Map<String, @Nullable Object> status(
      Map<String, @Nullable Object> fields, long now) {
    return message(
        "TRACE",
        "trace",
        fields("type", "STREAM_STATUS", "emitted_at", (double) now, "stream_status", fields));
  }

  /// @param stream null for an error of the whole run
  static Map<String, @Nullable Object> error(
      GodwitException error, @Nullable StreamName stream, long now) {
    Map<String, @Nullable Object> fields =
        fields("message", error.describe(), "internal_message", error.code());
    fields.put("failure_type", failureType(error.kind()));
    if (stream != null) {
      fields.put("stream_descriptor", descriptor(stream));
    }
    return message("TRACE", "trace", fields("type", "ERROR", "emitted_at", now, "error", fields));
  }

  private static String failureType(ErrorKind kind) {
    return switch (kind) {
      case CONFIG -> "config_error";
      case TRANSIENT -> "transient_error";
      case SYSTEM, CONTRACT -> "system_error";
    };
  }

  private static Map<String, @Nullable Object> descriptor(StreamName stream) {
    Map<String, @Nullable Object> fields = fields("name", stream.name());
    if (stream.namespace() != null) {
      fields.put("namespace", stream.namespace());
    }
    return fields;
  }

  private static Map<String, @Nullable Object> message(
      String type, String field, Map<String, @Nullable Object> content) {
    return fields("type", type, field, content);
  }

  /// The reference leaves out nulls at the top level of free objects too.
  private static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(object);
    copy.values().removeIf(value -> value == null);
    return copy;
  }

  private static Map<String, @Nullable Object> fields(Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }
}
