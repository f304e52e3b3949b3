package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.budget.ApiLimits;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Transport;
import java.io.IOException;

/// How the requests of one requester go out: within the limits of the API, and counted.
public record Wire(Transport transport, Session session, ApiLimits limits) {
  /// Sends a request once, as soon as it may go.
  public Response send(Request request, Meter meter) throws IOException, InterruptedException {
    return limits.send(
        request,
        meter::limited,
        allowed -> {
          meter.sent();
          Response response = transport.send(allowed, session);
          response.count(meter);
          return response;
        });
  }
}
