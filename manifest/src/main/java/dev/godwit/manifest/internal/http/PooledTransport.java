package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// A pool of keep-alive connections, shared by all streams of a source. Gzip and deflate are
/// undone; nothing is retried here.
public final class PooledTransport implements Transport {
  private static final int MAX_REDIRECTS = 30;

  /// Connections are as many as slices read at once, never the limit.
  private static final int MAX_CONNECTIONS = 1_000;

  private static final Map<String, String> DEFAULTS =
      Map.of("Accept", "*/*", "Accept-Encoding", "gzip, deflate");

  private final CloseableHttpClient client;

  /// A transport with the proxies and certificates that the environment names.
  public PooledTransport(Map<String, String> variables, String userAgent) {
    PoolingHttpClientConnectionManager pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(MAX_CONNECTIONS)
            .setMaxConnPerRoute(MAX_CONNECTIONS)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(Certificates.context(variables)))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(Timeouts.DEFAULT.connect()))
                    .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                    .build())
            .build();
    ProxyRoutes proxies = new ProxyRoutes(variables);
    client =
        HttpClients.custom()
            .setConnectionManager(pool)
            .setRoutePlanner(proxies)
            .setDefaultCredentialsProvider(proxies.credentials())
            .setUserAgent(userAgent)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .build();
  }

  @Override
  public Response send(Request request, Session session) throws IOException {
    Request next = request;
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      Response response = sendOnce(next, session);
      Request redirected = redirect(next, response);
      if (redirected == null) {
        return response;
      }
      next = redirected;
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirects");
  }

  private Response sendOnce(Request request, Session session) throws IOException {
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
    message.setConfig(config(session.timeouts()));
    HttpClientContext context = HttpClientContext.create();
    context.setCookieStore(session.cookies());
    try {
      return client.execute(message, context, answer -> read(answer, request.url()));
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

  private static Response read(ClassicHttpResponse answer, String url) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : answer.getHeaders()) {
      headers.merge(header.getName(), header.getValue(), (first, second) -> first + ", " + second);
    }
    HttpEntity entity = answer.getEntity();
    byte[] body = entity == null ? null : EntityUtils.toByteArray(entity);
    return new Response(answer.getCode(), headers, body == null ? new byte[0] : body, url);
  }

  /// The request to send next, or null when the response is final. 301, 302 and 303 turn everything
  /// but HEAD into a GET; credentials stay behind when the origin changes.
  private static @Nullable Request redirect(Request request, Response response) {
    String location = response.headers().get("Location");
    if (location == null) {
      return null;
    }
    String target = Address.wire(Address.resolve(request.url(), asUtf8(location)));
    boolean sameOrigin = Parts.of(target).mayHaveCredentialsOf(Parts.of(request.url()));
    return switch (response.status()) {
      case 301, 302, 303 ->
          request.redirected(
              request.method().equals("HEAD") ? "HEAD" : "GET", target, false, sameOrigin);
      case 307, 308 -> request.redirected(request.method(), target, true, sameOrigin);
      default -> null;
    };
  }

  /// Headers are read as Latin-1; addresses in them are UTF-8.
  private static String asUtf8(String header) {
    return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }
}
