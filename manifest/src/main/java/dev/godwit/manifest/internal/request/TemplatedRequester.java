package dev.godwit.manifest.internal.request;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.auth.Authenticator;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Part;
import dev.godwit.manifest.internal.http.Address;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.retry.Renewal;
import dev.godwit.manifest.internal.retry.RetryLoop;
import dev.godwit.manifest.internal.retry.Settled;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes requests out of a manifest's description and sends them until their answer can be used.
final class TemplatedRequester implements Requester {
  /// The parts of an address: `urlBase` counts before `url`.
  record Target(InterpolatedString url, InterpolatedString urlBase, InterpolatedString path) {}

  private final String method;
  private final Target target;
  private final RequestTemplates templates;
  private final Authenticator authenticator;
  private final RetryLoop retries;
  private final Wire wire;
  private final @Nullable KeptAnswers cache;
  private final boolean streams;

  TemplatedRequester(
      String method,
      Target target,
      RequestTemplates templates,
      Authenticator authenticator,
      RetryLoop retries,
      Wire wire,
      @Nullable KeptAnswers cache,
      boolean streams) {
    this.method = method;
    this.target = target;
    this.templates = templates;
    this.authenticator = authenticator;
    this.retries = retries;
    this.wire = wire;
    this.cache = cache;
    this.streams = streams;
  }

  @Override
  public Requester streaming() {
    return new TemplatedRequester(
        method, target, templates, authenticator, retries, wire, cache, cache == null);
  }

  @Override
  public Exchange send(
      Scope scope, @Nullable String path, Draft extra, Meter meter, @Nullable Exchange before)
      throws InterruptedException {
    Map<String, String> headers = authenticator.headers();
    Draft credentials = new Draft();
    credentials.part(Part.HEADER).putAll(headers);
    authenticator.addTo(credentials);
    Request request =
        authenticator.sign(
            Draft.combine(templates.draft(scope), credentials, extra)
                .toRequest(method, address(scope, path)));
    long asked = Fingerprint.of(request, lowerCase(headers.keySet()));
    boolean again = before != null && before.asked() == asked;
    Settled settled = retries.send(request, new Attempts(request, again, meter), meter);
    return new Exchange(request, asked, settled.response(), settled.resolution());
  }

  private static Set<String> lowerCase(Set<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /// The attempts of one request. The first goes out as the request was signed, each other one with
  /// credentials made anew; what is kept of a former answer takes the place of either.
  private final class Attempts implements RetryLoop.Attempt {
    private final boolean again;
    private final Meter meter;
    private Request request;
    private boolean sent;

    Attempts(Request signed, boolean again, Meter meter) {
      this.request = signed;
      this.again = again;
      this.meter = meter;
    }

    @Override
    public Response send() throws IOException, InterruptedException {
      if (sent) {
        request = authenticator.sign(request);
      }
      sent = true;
      Response kept = cache == null || again ? null : cache.find(request);
      if (kept != null) {
        return kept;
      }
      Response response = wire.send(streams ? request.forStream() : request, meter);
      authenticator.heard(request, response);
      if (cache != null) {
        cache.keep(request, response);
      }
      return response;
    }

    @Override
    public Renewal renew() throws InterruptedException {
      return authenticator.renew(request);
    }

    @Override
    public boolean hasAnother() {
      return authenticator.hasAnother(request);
    }
  }

  private String address(Scope scope, @Nullable String path) {
    String base = Repr.str(target.urlBase().eval(scope));
    String ownPath =
        path == null || path.isEmpty()
            ? withoutLeadingSlashes(Repr.str(target.path().eval(scope)))
            : path;
    String url = base.isEmpty() ? Repr.str(target.url().eval(scope)) : base;
    String address = Address.join(url, ownPath);
    if (!address.startsWith("http://") && !address.startsWith("https://")) {
      throw GodwitException.config(
              "http.bad-address", "'" + address + "' is not an http or https address.")
          .hint("Check url, url_base and path of the requester, and the configuration they use.");
    }
    return address;
  }

  private static String withoutLeadingSlashes(String path) {
    int first = 0;
    while (first < path.length() && path.charAt(first) == '/') {
      first++;
    }
    return path.substring(first);
  }
}
