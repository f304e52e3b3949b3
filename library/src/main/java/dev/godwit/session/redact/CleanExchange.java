package dev.godwit.session.redact;

import dev.godwit.core.net.HttpTap;
import dev.godwit.session.form.Body;
import dev.godwit.session.form.Exchange.Answered;
import dev.godwit.session.form.Exchange.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/// Requests and answers as sessions keep them: without secrets, and without headers that say
/// nothing.
public record CleanExchange(Redaction redaction, SecretNames names) {
  /// What takes the place of credentials in headers.
  private static final String CREDENTIALS = "redacted";

  private static final Set<String> OF_CONNECTION =
      Set.of("accept-encoding", "connection", "content-length", "host", "user-agent");

  private static final Set<String> NOISE =
      Set.of(
          "age",
          "alt-svc",
          "connection",
          "content-encoding",
          "content-length",
          "content-security-policy",
          "date",
          "expect-ct",
          "keep-alive",
          "nel",
          "permissions-policy",
          "referrer-policy",
          "report-to",
          "server",
          "server-timing",
          "strict-transport-security",
          "transfer-encoding",
          "vary",
          "via",
          "x-content-type-options",
          "x-frame-options",
          "x-powered-by",
          "x-request-id",
          "x-xss-protection");

  public Sent sent(HttpTap.Request request) {
    byte[] body = request.body();
    return new Sent(
        request.method(),
        url(request.url()),
        headers(request.headers(), OF_CONNECTION::contains, CleanExchange::scheme),
        body == null || body.length == 0 ? null : body(Body.of(body)));
  }

  public Answered answered(HttpTap.Request request, HttpTap.Answer answer) {
    return new Answered(
        answer.status(),
        answer.url().equals(request.url()) ? null : url(answer.url()),
        headers(
            answer.headers(),
            name ->
                NOISE.contains(name)
                    || name.startsWith("access-control-")
                    || name.startsWith("cf-"),
            this::answered),
        body(Body.of(answer.body())));
  }

  private String url(String url) {
    int question = url.indexOf('?');
    return redaction.text(
        question < 0
            ? url
            : url.substring(0, question + 1) + Pairs.withoutSignatures(Pairs.query(url), names));
  }

  private Map<String, String> headers(
      Map<String, String> headers, Predicate<String> leftOut, BinaryOperator<String> secret) {
    Map<String, String> kept = new LinkedHashMap<>();
    headers.forEach((name, value) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!leftOut.test(lower)) {
        kept.put(name, names.isHeader(name) ? secret.apply(lower, value) : redaction.text(value));
      }
    });
    return kept;
  }

  /// The scheme says how an API wants to be asked.
  private static String scheme(String name, String value) {
    int space = value.indexOf(' ');
    boolean hasScheme = space > 0 && value.substring(0, space).matches("[A-Za-z][A-Za-z-]{2,15}");
    return hasScheme && !name.endsWith("cookie")
        ? value.substring(0, space + 1) + CREDENTIALS
        : CREDENTIALS;
  }

  /// What is known has a placeholder, which the source may send later on.
  private String answered(String name, String value) {
    String clean = redaction.text(value);
    return clean.equals(value) || name.startsWith("set-cookie") ? CREDENTIALS : clean;
  }

  private Body body(Body body) {
    return switch (body.kind()) {
      case JSON -> new Body(body.kind(), body.gzip(), redaction.json(body.text()));
      case TEXT ->
          new Body(
              body.kind(),
              body.gzip(),
              redaction.text(
                  Pairs.isForm(body.text())
                      ? Pairs.withoutSignatures(body.text(), names)
                      : body.text()));
      case BASE64 -> binary(body);
    };
  }

  /// Each byte is taken for a character, since secrets are text.
  private Body binary(Body body) {
    String bytes = new String(body.content(), StandardCharsets.ISO_8859_1);
    byte[] clean = redaction.text(bytes).getBytes(StandardCharsets.ISO_8859_1);
    return new Body(body.kind(), body.gzip(), Base64.getEncoder().encodeToString(clean));
  }
}
