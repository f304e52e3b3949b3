package dev.godwit.manifest.internal.http;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.cookie.CookieSpecFactory;
import org.apache.hc.client5.http.impl.CookieSpecSupport;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Makes the library's clients: no retries, no redirections, no decompression, as those are done
/// here.
record Clients(String userAgent, ProxyRoutes proxies, Certificates tls) {
  /// Connections are as many as slices read at once, never the limit.
  static final int MAX_CONNECTIONS = 1_000;

  CloseableHttpClient http1(TlsSocketStrategy strategy) {
    Http1Config limits =
        Http1Config.custom()
            .setMaxLineLength(Limits.HEADER_BYTES)
            .setMaxHeaderCount(Limits.HEADERS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                .setDnsResolver(proxies.guard())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setTlsSocketStrategy(strategy)
                .setDefaultConnectionConfig(connections())
                .build())
        .setRoutePlanner(proxies)
        .setDefaultCookieSpecRegistry(cookies())
        .setDefaultCredentialsProvider(proxies.credentials())
        .setUserAgent(userAgent)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .build();
  }

  /// A client that sends many requests over one connection. It has threads of its own and costs
  /// more per request, so it is only for servers that have offered HTTP/2.
  Http2Client http2() {
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setDnsResolver(proxies.guard())
                    .setMaxConnTotal(MAX_CONNECTIONS)
                    .setMaxConnPerRoute(MAX_CONNECTIONS)
                    .setMessageMultiplexing(true)
                    .setTlsStrategy(
                        ClientTlsStrategyBuilder.create().setSslContext(tls.context()).buildAsync())
                    .setDefaultTlsConfig(
                        TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.NEGOTIATE).build())
                    .setDefaultConnectionConfig(connections())
                    .build())
            .setH2Config(
                H2Config.custom()
                    .setPushEnabled(false)
                    .setMaxHeaderListSize(Limits.HEADERS * 1_024)
                    .build())
            .setRoutePlanner(proxies)
            .setDefaultCookieSpecRegistry(cookies())
            .setUserAgent(userAgent)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .build();
    client.start();
    return new Http2Client(client);
  }

  /// Cookies without the list of public suffixes, which the reference engine does not know either:
  /// reading it would be a tenth of a short run.
  private static Lookup<CookieSpecFactory> cookies() {
    return CookieSpecSupport.createDefault((PublicSuffixMatcher) null);
  }

  private static ConnectionConfig connections() {
    return ConnectionConfig.custom()
        .setConnectTimeout(Timeout.of(Timeouts.DEFAULT.connect()))
        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
        .build();
  }
}
