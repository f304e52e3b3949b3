package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.scope.HeadersView;
import dev.godwit.manifest.internal.spec.HttpResponseFilter;
import dev.godwit.manifest.internal.spec.HttpResponseFilter.FailureType;
import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recognises answers by status, by a condition, or by what the API says, and gives them a meaning.
final class ResponseFilter {
  private final HttpResponseFilter spec;
  private final Scope scope;
  private final @Nullable InterpolatedBoolean predicate;
  private final @Nullable InterpolatedString message;

  ResponseFilter(HttpResponseFilter spec, Scope scope) {
    this.spec = spec;
    this.scope = scope;
    Map<String, @Nullable Object> parameters = spec.origin().parameters();
    String condition = spec.predicate();
    predicate =
        condition == null || condition.isEmpty()
            ? null
            : InterpolatedBoolean.of(condition, parameters);
    String text = spec.errorMessage();
    message = text == null ? null : InterpolatedString.of(text, parameters);
  }

  /// What the filter makes of a response, or null when it does not apply. A filter without an
  /// action never applies.
  @Nullable Resolution resolve(Response response) {
    ResponseAction action = spec.action();
    if (action == null || !matches(response)) {
      return null;
    }
    Resolution row = StatusTable.row(response.status());
    String text = message(response);
    return new Resolution(
        action, kind(action, row), text.isEmpty() ? (row == null ? "" : row.message()) : text);
  }

  private boolean matches(Response response) {
    return spec.httpCodes().contains(response.status())
        || (predicate != null && predicate.eval(bind(scope.with("config", null), response)))
        || saysWhatWeLookFor(response);
  }

  private boolean saysWhatWeLookFor(Response response) {
    String wanted = spec.errorMessageContains();
    if (wanted == null || wanted.isEmpty()) {
      return false;
    }
    String said = ErrorMessages.find(response);
    return said != null && said.contains(wanted);
  }

  private String message(Response response) {
    Object text = message == null ? null : message.eval(bind(scope, response));
    return Truth.of(text) ? Repr.str(text) : "";
  }

  private static Scope bind(Scope outer, Response response) {
    return outer
        .with("response", json(response))
        .with("headers", new HeadersView(response.headers()))
        .with("request_url", plain(response.url()));
  }

  /// The address without what may be secret: user and password, query, fragment.
  private static String plain(String url) {
    String path = url.replaceFirst("[?#].*", "");
    return path.replaceFirst("^([^:/]*://)[^/]*@", "$1");
  }

  private static @Nullable Object json(Response response) {
    try {
      return JsonParser.LENIENT.parse(response.body());
    } catch (GodwitException notJson) {
      return Map.of();
    }
  }

  private ErrorKind kind(ResponseAction action, @Nullable Resolution row) {
    FailureType declared = spec.failureType();
    if (declared == null || action != ResponseAction.FAIL) {
      return row == null ? ErrorKind.SYSTEM : row.kind();
    }
    return switch (declared) {
      case SYSTEM_ERROR -> ErrorKind.SYSTEM;
      case CONFIG_ERROR -> ErrorKind.CONFIG;
      case TRANSIENT_ERROR -> ErrorKind.TRANSIENT;
    };
  }
}
