package dev.godwit.registry.internal.fetch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.net.Authorities;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Downloads files of a registry, from servers and from folders. For one thread at a time.
public final class Downloads implements AutoCloseable {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(10);
  private static final int MOST_REDIRECTS = 5;

  private final AddressRules rules;
  private final HttpClient client;

  /// Prepares a client; nothing is asked yet.
  ///
  /// @param variables the environment: proxies and certificates
  public Downloads(Map<String, String> variables, AddressRules rules) {
    this.rules = rules;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIME)
            .proxy(new EnvironmentProxies(variables));
    Authorities.of(variables).ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /// Downloads a file.
  ///
  /// @param known of the version that we have, so that it need not be sent again
  /// @param folder where the new file is put
  /// @throws GodwitException TRANSIENT `registry.unreachable`; SYSTEM `registry.too-large`,
  ///   `registry.untrusted`; CONFIG `registry.insecure`
  public Download get(URI address, Limit limit, Validators known, Path folder) {
    rules.check(address);
    try {
      if ("file".equals(address.getScheme())) {
        return copied(Path.of(address), limit, folder);
      }
      return TimedCall.within(
          limit.time(), () -> followed(address, limit, known, folder), client::shutdownNow);
    } catch (IOException e) {
      String why = e.getMessage();
      throw unreachable(address, why == null ? "there is no connection" : why).causedBy(e);
    }
  }

  private static Download copied(Path file, Limit limit, Path folder) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new Download.Missing();
    }
    try (InputStream body = Files.newInputStream(file)) {
      return Saving.save(body, folder, limit, Validators.NONE);
    }
  }

  private Download followed(URI address, Limit limit, Validators known, Path folder)
      throws IOException, InterruptedException {
    URI at = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<InputStream> answer =
          client.send(request(at, limit, known), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        switch (answer.statusCode()) {
          case 200 -> {
            return saved(answer, body, limit, folder);
          }
          case 301, 302, 303, 307, 308 ->
              at = rules.redirected(at, answer.headers().firstValue("Location").orElse("\n"));
          case 304 -> {
            return new Download.Unchanged();
          }
          case 404, 410 -> {
            return new Download.Missing();
          }
          default -> throw unreachable(at, "it answers with status " + answer.statusCode());
        }
      }
    }
    throw AddressRules.untrusted(
        address, "sends us on and on, more than " + MOST_REDIRECTS + " times");
  }

  private static HttpRequest request(URI address, Limit limit, Validators known) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limit.time())
            .header("User-Agent", "godwit")
            .header("Accept-Encoding", "gzip");
    if (known.etag() != null) {
      request.header("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      request.header("If-Modified-Since", known.lastModified());
    }
    return request.build();
  }

  private static Download saved(
      HttpResponse<InputStream> answer, InputStream body, Limit limit, Path folder)
      throws IOException {
    if (answer.headers().firstValueAsLong("Content-Length").orElse(0) > limit.bytes()) {
      throw Saving.tooLarge(limit);
    }
    Validators validators =
        new Validators(
            answer.headers().firstValue("ETag").orElse(null),
            answer.headers().firstValue("Last-Modified").orElse(null));
    boolean packed =
        answer
            .headers()
            .firstValue("Content-Encoding")
            .filter("gzip"::equalsIgnoreCase)
            .isPresent();
    return Saving.save(packed ? new GZIPInputStream(body) : body, folder, limit, validators);
  }

  private static GodwitException unreachable(URI address, String why) {
    return GodwitException.transientError(
            "registry.unreachable",
            "The registry at " + where(address) + " cannot be asked: " + why + ".")
        .hint(
            "Try again later. What was downloaded before can be used without it: --offline or"
                + " GODWIT_OFFLINE=1.");
  }

  private static String where(URI address) {
    return address.getHost() == null ? address.getPath() : address.getHost();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
