package dev.godwit.protocol.wire;

import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.LogLevel;
import dev.godwit.protocol.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages other than rows as plain values: which kind has which form.
public final class MessageWire {
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

  /// Reads a message; null when it is none that the protocol knows, and for records, which are
  /// never plain values.
  ///
  /// @throws GodwitException CONTRACT `protocol.damaged` for a state that cannot be read, and
  ///   CONFIG as {@link CatalogWire#catalog}
  public static @Nullable Message read(Fields message) {
    return switch (message.text("type")) {
      case "STATE" -> state(message.fields("state"));
      // Some destinations send states back without the message around them.
      case "STREAM", "GLOBAL" -> StateWire.read(message);
      case "LOG" -> log(message.fields("log"));
      case "SPEC" -> spec(message.object("spec"));
      case "CONNECTION_STATUS" -> status(message.fields("connectionStatus"));
      case "CATALOG" -> new Message.Catalog(CatalogWire.catalog(message.fields("catalog")));
      case "DESTINATION_CATALOG" ->
          new Message.DestinationCatalog(
              CatalogWire.operations(message.fields("destination_catalog")));
      case "TRACE" -> TraceWire.read(message.fields("trace"));
      case "CONTROL" -> control(message.fields("control"));
      case "DEBUG" -> debug(message.text("message"));
      case null, default -> null;
    };
  }

  private static Message state(Fields fields) {
    Message.State state = StateWire.read(fields);
    if (state == null) {
      throw Damage.of("STATE", "it has none of the forms of states");
    }
    return state;
  }

  private static @Nullable Message log(Fields log) {
    String text = log.text("message");
    return text == null
        ? null
        : new Message.Log(LogLevel.named(log.text("level")), text, log.text("stack_trace"));
  }

  /// A line for developers, as the reference prints it beside its messages.
  private static @Nullable Message debug(@Nullable String text) {
    return text == null ? null : new Message.Log(LogLevel.DEBUG, text, null);
  }

  private static @Nullable Message spec(@Nullable Map<String, @Nullable Object> value) {
    if (value == null) {
      return null;
    }
    Fields spec = Fields.of(value);
    return new Message.Spec(
        new ConnectorSpec(
            spec.text("documentationUrl"),
            spec.fields("connectionSpecification").map(),
            spec.object("advanced_auth")),
        spec.text("changelogUrl"),
        spec.truth("supportsIncremental"),
        Boolean.TRUE.equals(spec.truth("supportsNormalization")),
        Boolean.TRUE.equals(spec.truth("supportsDBT")),
        spec.words("supported_destination_sync_modes", DestinationSyncMode.class),
        spec.object("authSpecification"),
        spec.text("protocol_version"));
  }

  private static @Nullable Message status(Fields status) {
    return switch (status.text("status")) {
      case "SUCCEEDED" -> new Message.ConnectionStatus(true, status.text("message"));
      case "FAILED" -> new Message.ConnectionStatus(false, status.text("message"));
      case null, default -> null;
    };
  }

  /// What cannot be read is not shown: it may hold secrets.
  private static Message control(Fields control) {
    Map<String, @Nullable Object> config = control.fields("connectorConfig").object("config");
    return config == null
        ? new Message.Log(LogLevel.WARN, "A CONTROL message of an unknown kind was ignored.", null)
        : new Message.Control(config, control.integer("emitted_at", 0));
  }

  /// The reference leaves out nulls at the top level of free objects too.
  static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(object);
    copy.values().removeIf(value -> value == null);
    return copy;
  }
}
