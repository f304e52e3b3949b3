package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.Place;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/// An answer whose head has arrived.
///
/// @param body null where there is none
/// @param length of the body on the wire, negative where unknown
/// @param abort gives up a body that was not read to its end
record Arrived(
    int status, Header[] headers, @Nullable InputStream body, long length, Closeable abort) {

  /// The answer for whoever asked: read to its end, or open where the request wants that.
  ///
  /// @param time in which a body that is not wanted open must have come
  Response toResponse(Request request, Duration time) throws IOException {
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : headers) {
      named.merge(header.getName(), header.getValue(), (first, second) -> first + ", " + second);
    }
    if (body == null) {
      return new Response(status, named, new byte[0], request.url());
    }
    String encodings = named.getOrDefault("Content-Encoding", "");
    BodyStream plain = new BodyStream(body, encodings, abort, Place.request(request.describe()));
    if (request.streamed() && status < 400 && !Redirects.leadsOn(status, named)) {
      return Response.open(status, named, new OpenBody(plain), request.url());
    }
    long expected = encodings.isEmpty() ? length : -1;
    byte[] whole = WholeBody.read(plain, expected, time);
    return Response.read(status, named, whole, plain.wireBytes(), request.url());
  }
}
