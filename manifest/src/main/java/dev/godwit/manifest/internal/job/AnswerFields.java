package dev.godwit.manifest.internal.job;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.scope.HeadersView;
import dev.godwit.manifest.internal.scope.RequestView;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer about a job as templates see it: the fields of its JSON object, and its headers and
/// its request where the object has no fields of these names.
final class AnswerFields {
  private AnswerFields() {}

  /// @throws GodwitException SYSTEM `job.bad-answer` when the body is no JSON object
  static Map<String, @Nullable Object> of(Exchange exchange) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (!(parse(exchange) instanceof Map<?, ?> object)) {
      throw bad(exchange);
    }
    object.forEach((name, value) -> fields.put(String.valueOf(name), value));
    fields.putIfAbsent("headers", new HeadersView(exchange.response().headers()));
    fields.putIfAbsent("request", new RequestView(exchange.request()));
    return fields;
  }

  private static @Nullable Object parse(Exchange exchange) {
    try {
      return JsonParser.LENIENT.parse(exchange.response().body());
    } catch (GodwitException notJson) {
      throw bad(exchange).causedBy(notJson);
    }
  }

  private static GodwitException bad(Exchange exchange) {
    return GodwitException.system(
            "job.bad-answer", "The API's answer about a job is no JSON object.")
        .at(Place.request(exchange.request().describe()));
  }
}
