package dev.godwit.manifest.internal.auth;

import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.custom.RequestParts;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.Repr;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Credentials that are made somewhere else.
///
/// @param secrets learns them
record HostedAuthenticator(HostedComponent component, Secrets secrets) implements Authenticator {
  @Override
  public Map<String, String> headers() {
    return texts(component.call("auth_headers", Map.of(), new byte[0]).result());
  }

  @Override
  public void addTo(Draft draft) {
    RequestParts.addTo(draft, component.call("auth_parts", Map.of(), new byte[0]).object());
  }

  @Override
  public Request sign(Request request) {
    byte[] body = request.body();
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("method", request.method());
    arguments.put("url", request.url());
    arguments.put("headers", request.headers());
    arguments.put("has_body", body != null);
    HostedComponent.Reply reply =
        component.call("sign", arguments, body == null ? new byte[0] : body);
    if (!(reply.result() instanceof Map<?, ?> signed)
        || !(signed.get("url") instanceof String url)) {
      return request;
    }
    return new Request(
        request.method(),
        url,
        texts(signed.get("headers")),
        Boolean.TRUE.equals(signed.get("has_body")) ? reply.body() : null,
        request.streamed());
  }

  private Map<String, String> texts(@Nullable Object entries) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (entries instanceof Map<?, ?> map) {
      map.forEach((name, value) -> {
        String text = Repr.str(value);
        headers.put(String.valueOf(name), text);
        learn(String.valueOf(name).toLowerCase(Locale.ROOT), text);
      });
    }
    return headers;
  }

  /// Headers whose name tells that they hold a credential; what goes before a blank is its scheme.
  private void learn(String name, String value) {
    if (name.contains("auth") || name.contains("token") || name.contains("key")) {
      secrets.learn(value.substring(value.indexOf(' ') + 1));
    }
  }
}
