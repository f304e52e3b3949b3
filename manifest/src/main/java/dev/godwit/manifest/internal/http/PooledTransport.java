package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/// A pool of keep-alive connections, shared by all streams of a source. Encodings are undone;
/// nothing is retried here. HTTP/2 is spoken with servers that offer it over TLS, except through
/// proxies.
public final class PooledTransport implements Transport {
  private static final Map<String, String> DEFAULTS =
      Map.of("Accept", "*/*", "Accept-Encoding", "gzip, deflate");

  /// Headers about the connection, which HTTP/2 does not know.
  private static final Set<String> OF_HTTP1 =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private static final Set<String> OFF = Set.of("0", "false", "no", "off");

  private final CloseableHttpClient client;
  private final Http2Hosts http2;

  /// A transport with the proxies and certificates that the environment names.
  public PooledTransport(Map<String, String> variables, String userAgent) {
    this(variables, userAgent, new ProxyRoutes(variables));
  }

  PooledTransport(Map<String, String> variables, String userAgent, ProxyRoutes proxies) {
    Certificates tls = new Certificates(variables);
    Clients clients = new Clients(userAgent, proxies, tls);
    boolean allowed = !OFF.contains(variables.getOrDefault("GODWIT_HTTP2", "on").strip());
    client = clients.http1(new AlpnStrategy(tls, host -> allowed && proxies.isDirect(host)));
    http2 = new Http2Hosts(clients::http2);
  }

  @Override
  public Response send(Request request, Session session) throws IOException {
    Response response = sendOnce(request, session);
    Request next = Redirects.next(request, response);
    for (int hops = 0; next != null && hops < Redirects.MOST; hops++) {
      response = session.follow(next, hop -> sendOnce(hop, session));
      next = Redirects.next(next, response);
    }
    if (next == null) {
      return response;
    }
    throw new IOException("more than " + Redirects.MOST + " redirects");
  }

  private Response sendOnce(Request request, Session session) throws IOException {
    HttpClientContext context = HttpClientContext.create();
    context.setCookieStore(session.cookies());
    context.setRequestConfig(config(session.timeouts()));
    try {
      return execute(withDefaults(request), context, session.timeouts())
          .toResponse(request, session.timeouts().whole());
    } catch (MessageConstraintException e) {
      throw tooManyHeaders(request, e);
    }
  }

  private static Request withDefaults(Request request) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    DEFAULTS.forEach((name, value) -> {
      if (request.headers().keySet().stream().noneMatch(name::equalsIgnoreCase)) {
        headers.put(name, value);
      }
    });
    return request.withHeaders(headers);
  }

  private Arrived execute(Request request, HttpClientContext context, Timeouts timeouts)
      throws IOException {
    Parts address = Parts.of(request.url());
    if (request.headers().keySet().stream()
        .anyMatch(name -> OF_HTTP1.contains(name.toLowerCase(Locale.ROOT)))) {
      AlpnStrategy.useHttp1Only(context);
    } else if (http2.contains(address)) {
      return http2.client().send(request, context, timeouts);
    }
    try {
      return executeInHttp1(request, context);
    } catch (AlpnStrategy.Http2Offered offered) {
      http2.add(address);
      return http2.client().send(request, context, timeouts);
    }
  }

  private Arrived executeInHttp1(Request request, HttpClientContext context) throws IOException {
    HttpUriRequestBase message =
        new HttpUriRequestBase(request.method(), URI.create(request.url()));
    request.headers().forEach(message::setHeader);
    byte[] body = request.body();
    if (body != null) {
      message.setEntity(new ByteArrayEntity(body, null));
    }
    try {
      ClassicHttpResponse answer = client.executeOpen(null, message, context);
      HttpEntity entity = answer.getEntity();
      // Closing the answer would read the rest of its body first.
      return new Arrived(
          answer.getCode(),
          answer.getHeaders(),
          entity == null ? null : entity.getContent(),
          entity == null ? 0 : entity.getContentLength(),
          message::abort);
    } catch (InterruptedIOException e) {
      if (Thread.currentThread().isInterrupted()) {
        message.abort();
      }
      throw e;
    }
  }

  /// The replacement of the deprecated method sets one limit for the whole pool; sessions have
  /// their own.
  @SuppressWarnings("deprecation")
  private static RequestConfig config(Timeouts timeouts) {
    return RequestConfig.custom()
        .setConnectTimeout(Timeout.of(timeouts.connect()))
        .setResponseTimeout(Timeout.of(timeouts.read()))
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static GodwitException tooManyHeaders(Request request, Exception cause) {
    return GodwitException.system(
            "http.headers-too-large",
            "The answer has more than %d headers, or one of more than %d bytes."
                .formatted(Limits.HEADERS, Limits.HEADER_BYTES))
        .at(Place.request(request.describe()))
        .hint("Ask whoever runs the API: no proper answer has so much.")
        .causedBy(cause);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    http2.close();
  }
}
