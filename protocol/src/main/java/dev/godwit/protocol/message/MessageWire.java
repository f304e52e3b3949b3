package dev.godwit.protocol.message;

import dev.godwit.core.ConnectorSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages other than rows as plain values: which kind has which form.
final class MessageWire {
  private MessageWire() {}

  /// @throws IllegalArgumentException for rows, which are never plain values
  static Map<String, @Nullable Object> fields(Message message) {
    return switch (message) {
      case Message.Rows _ -> throw new IllegalArgumentException("rows are written as bytes");
      case Message.State state -> message("STATE", "state", StateWire.fields(state));
      case Message.Log log ->
          message(
              "LOG",
              "log",
              new Fields()
                  .put("level", log.level().name())
                  .put("message", log.text())
                  .put("stack_trace", log.stackTrace()));
      case Message.Spec spec -> message("SPEC", "spec", spec(spec));
      case Message.ConnectionStatus status ->
          message(
              "CONNECTION_STATUS",
              "connectionStatus",
              new Fields()
                  .put("status", status.succeeded() ? "SUCCEEDED" : "FAILED")
                  .put("message", status.text()));
      case Message.Catalog catalog ->
          message("CATALOG", "catalog", CatalogWire.fields(catalog.catalog()));
      case Message.DestinationCatalog catalog ->
          message("DESTINATION_CATALOG", "destination_catalog", CatalogWire.fields(catalog));
      case Message.Failure trace -> message("TRACE", "trace", TraceWire.fields(trace));
      case Message.Estimate trace -> message("TRACE", "trace", TraceWire.fields(trace));
      case Message.StreamStatus trace -> message("TRACE", "trace", TraceWire.fields(trace));
      case Message.Analytics trace -> message("TRACE", "trace", TraceWire.fields(trace));
      case Message.Control control ->
          message(
              "CONTROL",
              "control",
              new Fields()
                  .put("type", "CONNECTOR_CONFIG")
                  .put("emitted_at", (double) control.emittedAt())
                  .put(
                      "connectorConfig",
                      new Fields().put("config", withoutNulls(control.config())).map()));
    };
  }

  private static Map<String, @Nullable Object> message(String type, String name, Fields content) {
    return new Fields().put("type", type).put(name, content.map()).map();
  }

  private static Fields spec(Message.Spec message) {
    ConnectorSpec spec = message.spec();
    return new Fields()
        .put("connectionSpecification", withoutNulls(spec.connectionSpecification()))
        .put("documentationUrl", spec.documentationUrl())
        .put("changelogUrl", message.changelogUrl())
        .put("supportsIncremental", message.supportsIncremental())
        .put("supportsNormalization", message.supportsNormalization())
        .put("supportsDBT", message.supportsDbt())
        .putSome(
            "supported_destination_sync_modes",
            message.writeModes().stream().map(DestinationSyncMode::wireName).toList())
        .put("authSpecification", message.authSpecification())
        .put("advanced_auth", spec.advancedAuth())
        .put("protocol_version", message.protocolVersion());
  }

  /// The reference leaves out nulls at the top level of free objects too.
  static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(object);
    copy.values().removeIf(value -> value == null);
    return copy;
  }
}
