package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.component.HttpLink;
import dev.godwit.manifest.internal.budget.ApiLimits;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Timeouts;
import dev.godwit.manifest.internal.http.Transport;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.request.Wire;
import java.io.IOException;

/// Sends what components ask for as the engine sends its own requests: over the same connections
/// and within the same limits.
record EngineLink(Transport transport, ApiLimits limits) implements HttpLink {
  @Override
  public Answer send(Ask ask) throws IOException, InterruptedException {
    Session session = new Session(Timeouts.DEFAULT, limits::follow);
    Request request = new Request(ask.method(), ask.url(), ask.headers(), ask.body());
    Response response = new Wire(transport, session, limits).send(request, Meter.current());
    return new Answer(response.status(), response.headers(), response.body(), response.url());
  }
}
