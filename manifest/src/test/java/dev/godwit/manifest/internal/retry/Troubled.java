package dev.godwit.manifest.internal.retry;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stream whose API answers as it is told, one answer after the other.
final class Troubled {
  static final Answered ROWS = Answered.json("[{\"id\":1}]");

  private final Api api;
  private final Reading reading;
  private final String handler;

  /// An answer that says what went wrong.
  static Answered error(int status) {
    return Answered.status(status).body("{\"error\":{\"message\":\"No luck.\"}}");
  }

  /// @param errorHandler fields of a DefaultErrorHandler, unless they begin with another type
  static Troubled with(String errorHandler, Answered... answers) {
    return new Troubled(errorHandler, answers);
  }

  private Troubled(String errorHandler, Answered... answers) {
    api = Api.answering(Api.inTurn(answers));
    String type = errorHandler.startsWith("type:") ? "" : "type: DefaultErrorHandler\n";
    handler = "error_handler:\n" + (type + errorHandler).indent(2);
    reading = new Reading(api).requester(handler);
  }

  Troubled parameters(String yaml) {
    reading.requester(handler + "request_parameters: " + yaml);
    return this;
  }

  /// The same with a server that has gone.
  Troubled closed() {
    api.close();
    return this;
  }

  /// Reads the stream, which must work.
  List<@Nullable Object> rows() {
    try (api) {
      return reading.read().rows();
    }
  }

  /// Reads the stream, which must fail.
  GodwitException fails() {
    try (api) {
      return Objects.requireNonNull(
          catchThrowableOfType(GodwitException.class, reading::read), "it should have failed");
    }
  }

  List<Double> waits() {
    return reading.waits();
  }

  int asked() {
    return api.asked().size();
  }

  List<String> log() {
    return reading.log();
  }

  String url(String path) {
    return api.url(path);
  }
}
