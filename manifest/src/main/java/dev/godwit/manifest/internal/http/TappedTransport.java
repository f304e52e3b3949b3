package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.net.HttpTap;
import java.io.IOException;
import java.io.InputStream;

/// Hands requests to a tap, which sees them with their answers or answers itself. Answers are whole
/// then, also where a stream was asked for.
public record TappedTransport(Transport network, HttpTap tap) implements Transport {
  @Override
  public Response send(Request request, Session session) throws IOException {
    HttpTap.Answer answer =
        tap.exchange(
            new HttpTap.Request(request.method(), request.url(), request.headers(), request.body()),
            (_, most) -> answer(request, session, most));
    return new Response(answer.status(), answer.headers(), answer.body(), answer.url());
  }

  private HttpTap.Answer answer(Request request, Session session, int most) throws IOException {
    try (Response response = network.send(request.forStream(), session);
        InputStream body = response.stream()) {
      byte[] whole = body.readNBytes(most);
      if (whole.length == most && body.read() >= 0) {
        throw GodwitException.system(
                "http.body-not-kept",
                "The body of the answer has more than " + most + " bytes, too many to keep.")
            .at(Place.request(request.describe()))
            .hint("Ask for smaller pages.");
      }
      return new HttpTap.Answer(response.status(), response.headers(), whole, response.url());
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
