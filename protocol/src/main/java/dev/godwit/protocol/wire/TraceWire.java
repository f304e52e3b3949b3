package dev.godwit.protocol.wire;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.message.FailureType;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StatusReason;
import dev.godwit.protocol.message.StreamProgress;
import org.jspecify.annotations.Nullable;

/// The form of TRACE messages, both ways.
public final class TraceWire {
  private TraceWire() {}

  static Fields fields(Message.Failure failure) {
    FailureType type = failure.failure();
    return new Fields()
        .put("type", "ERROR")
        .put("emitted_at", failure.emittedAt())
        .put(
            "error",
            new Fields()
                .put("message", failure.text())
                .put("internal_message", failure.internalText())
                .put("stack_trace", failure.stackTrace())
                .put("failure_type", type == null ? null : type.wireName())
                .put("stream_descriptor", descriptor(failure.stream()))
                .map());
  }

  static Fields fields(Message.Estimate estimate) {
    StreamName stream = estimate.stream();
    return trace("ESTIMATE", estimate.emittedAt())
        .put(
            "estimate",
            new Fields()
                .put("name", stream == null ? "" : stream.name())
                .put("type", stream == null ? "SYNC" : "STREAM")
                .put("namespace", stream == null ? null : stream.namespace())
                .put("row_estimate", estimate.rows())
                .put("byte_estimate", estimate.bytes())
                .map());
  }

  static Fields fields(Message.StreamStatus status) {
    return trace("STREAM_STATUS", status.emittedAt())
        .put(
            "stream_status",
            new Fields()
                .put("stream_descriptor", descriptor(status.stream()))
                .put("status", status.progress().name())
                .putSome(
                    "reasons",
                    status.reasons().stream().map(reason -> reason(reason).map()).toList())
                .map());
  }

  private static Fields reason(StatusReason reason) {
    return switch (reason) {
      case StatusReason.RateLimited limited -> {
        Long reset = limited.quotaReset();
        yield new Fields()
            .put("type", "RATE_LIMITED")
            .put(
                "rate_limited",
                reset == null ? null : new Fields().put("quota_reset", reset).map());
      }
    };
  }

  static Fields fields(Message.Analytics analytics) {
    return trace("ANALYTICS", analytics.emittedAt())
        .put(
            "analytics",
            new Fields().put("type", analytics.type()).put("value", analytics.value()).map());
  }

  /// Times of traces are floats on the wire, but those of errors.
  private static Fields trace(String type, long emittedAt) {
    return new Fields().put("type", type).put("emitted_at", (double) emittedAt);
  }

  static @Nullable Object descriptor(@Nullable StreamName stream) {
    return stream == null
        ? null
        : new Fields().put("name", stream.name()).put("namespace", stream.namespace()).map();
  }

  /// The stream that an object describes; null when it has no name.
  public static @Nullable StreamName stream(Fields descriptor) {
    return stream(descriptor.text("namespace"), descriptor.text("name"));
  }

  /// A stream by its namespace and name; null when it has no name.
  public static @Nullable StreamName stream(@Nullable String namespace, @Nullable String name) {
    return name == null || name.isEmpty() ? null : new StreamName(namespace, name);
  }

  /// Reads a trace; null when it is none that the protocol knows.
  static @Nullable Message read(Fields trace) {
    long emittedAt = trace.integer("emitted_at", 0);
    return switch (trace.text("type")) {
      case "ERROR" -> failure(trace.fields("error"), emittedAt);
      case "ESTIMATE" -> estimate(trace.fields("estimate"), emittedAt);
      case "STREAM_STATUS" -> status(trace.fields("stream_status"), emittedAt);
      case "ANALYTICS" -> analytics(trace.fields("analytics"), emittedAt);
      case null, default -> null;
    };
  }

  private static Message failure(Fields error, long emittedAt) {
    String text = error.text("message");
    String internal = error.text("internal_message");
    return new Message.Failure(
        text != null ? text : internal != null ? internal : "The connector gives no reason.",
        internal,
        error.text("stack_trace"),
        error.word("failure_type", FailureType.class),
        stream(error.fields("stream_descriptor")),
        emittedAt);
  }

  private static Message estimate(Fields estimate, long emittedAt) {
    return new Message.Estimate(
        "SYNC".equals(estimate.text("type")) ? null : stream(estimate),
        estimate.integer("row_estimate"),
        estimate.integer("byte_estimate"),
        emittedAt);
  }

  private static @Nullable Message status(Fields status, long emittedAt) {
    StreamName stream = stream(status.fields("stream_descriptor"));
    StreamProgress progress = status.word("status", StreamProgress.class);
    return stream == null || progress == null
        ? null
        : new Message.StreamStatus(
            stream,
            progress,
            status.list("reasons").stream()
                .map(Fields::of)
                .filter(reason -> "RATE_LIMITED".equals(reason.text("type")))
                .<StatusReason>map(reason ->
                    new StatusReason.RateLimited(
                        reason.fields("rate_limited").integer("quota_reset")))
                .toList(),
            emittedAt);
  }

  private static @Nullable Message analytics(Fields analytics, long emittedAt) {
    String type = analytics.text("type");
    return type == null ? null : new Message.Analytics(type, analytics.text("value"), emittedAt);
  }
}
