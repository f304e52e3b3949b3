package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// A pool of keep-alive connections, shared by all streams of a source. Gzip and deflate are
/// undone; nothing is retried here.
public final class PooledTransport implements Transport {
  /// Connections are as many as slices read at once, never the limit.
  static final int MAX_CONNECTIONS = 1_000;

  private static final Map<String, String> DEFAULTS =
      Map.of("Accept", "*/*", "Accept-Encoding", "gzip, deflate");

  private final CloseableHttpClient client;

  /// A transport with the proxies and certificates that the environment names.
  public PooledTransport(Map<String, String> variables, String userAgent) {
    this(variables, userAgent, new ProxyRoutes(variables));
  }

  PooledTransport(Map<String, String> variables, String userAgent, ProxyRoutes proxies) {
    PoolingHttpClientConnectionManager pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(Limits.HEADER_BYTES)
                            .setMaxHeaderCount(Limits.HEADERS)
                            .build())
                    .build())
            .setDnsResolver(proxies.guard())
            .setMaxConnTotal(MAX_CONNECTIONS)
            .setMaxConnPerRoute(MAX_CONNECTIONS)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(Certificates.context(variables)))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(Timeouts.DEFAULT.connect()))
                    .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                    .build())
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(pool)
            .setRoutePlanner(proxies)
            .setDefaultCredentialsProvider(proxies.credentials())
            .setUserAgent(userAgent)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .build();
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
    HttpUriRequestBase message = message(request);
    message.setConfig(config(session.timeouts()));
    HttpClientContext context = HttpClientContext.create();
    context.setCookieStore(session.cookies());
    try {
      return answer(
          client.executeOpen(null, message, context),
          request,
          session.timeouts().whole(),
          message::abort);
    } catch (MessageConstraintException e) {
      throw tooManyHeaders(request, e);
    } catch (InterruptedIOException e) {
      if (Thread.currentThread().isInterrupted()) {
        message.abort();
      }
      throw e;
    }
  }

  private static HttpUriRequestBase message(Request request) {
    HttpUriRequestBase message =
        new HttpUriRequestBase(request.method(), java.net.URI.create(request.url()));
    request.headers().forEach(message::setHeader);
    DEFAULTS.forEach((name, value) -> {
      if (!message.containsHeader(name)) {
        message.setHeader(name, value);
      }
    });
    byte[] body = request.body();
    if (body != null) {
      message.setEntity(new ByteArrayEntity(body, null));
    }
    return message;
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

  /// @param time in which a body that is not wanted open must have come
  /// @param abort closes the connection; closing the answer would read the rest of its body first
  private static Response answer(
      ClassicHttpResponse answer, Request request, Duration time, Closeable abort)
      throws IOException {
    int status = answer.getCode();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : answer.getHeaders()) {
      headers.merge(header.getName(), header.getValue(), (first, second) -> first + ", " + second);
    }
    HttpEntity entity = answer.getEntity();
    if (entity == null) {
      answer.close();
      return new Response(status, headers, new byte[0], request.url());
    }
    String encodings = headers.getOrDefault("Content-Encoding", "");
    BodyStream body =
        new BodyStream(entity.getContent(), encodings, abort, Place.request(request.describe()));
    if (request.streamed() && status < 400 && !Redirects.leadsOn(status, headers)) {
      return Response.open(status, headers, new OpenBody(body), request.url());
    }
    long expected = encodings.isEmpty() ? entity.getContentLength() : -1;
    return new Response(status, headers, WholeBody.read(body, expected, time), request.url());
  }

  @Override
  public void close() {
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }
}
