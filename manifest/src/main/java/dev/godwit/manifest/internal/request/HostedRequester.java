package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.internal.custom.RequestParts;
import dev.godwit.manifest.internal.custom.Responses;
import dev.godwit.manifest.internal.custom.SliceArguments;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.python.JsonValues;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.retry.Resolution;
import dev.godwit.manifest.internal.template.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Requests that are made somewhere else, repeated there too, and sent by the engine.
record HostedRequester(HostedComponent component) implements Requester {
  @Override
  public Requester streaming() {
    return this;
  }

  @Override
  public Exchange send(
      Scope scope, @Nullable String path, Draft extra, Meter meter, @Nullable Exchange before) {
    Map<String, @Nullable Object> arguments = SliceArguments.of(scope);
    arguments.put("url_path", path == null || path.isEmpty() ? null : path);
    arguments.put("page", JsonValues.of(scope.lookUp("next_page_token")));
    arguments.putAll(RequestParts.of(extra));
    Reply reply = meter.during(() -> component.call("send", arguments, new byte[0]));
    Response response = Responses.of(reply);
    Request request = request(reply.object().get("request"));
    return new Exchange(request, Fingerprint.of(request, Set.of()), response, Resolution.SUCCESS);
  }

  /// What was sent last, as far as it was told.
  private static Request request(@Nullable Object told) {
    Map<?, ?> request = told instanceof Map<?, ?> map ? map : Map.of();
    byte[] body =
        request.get("body") instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
    return new Request(
        Repr.str(request.get("method")), Repr.str(request.get("url")), Map.of(), body);
  }
}
