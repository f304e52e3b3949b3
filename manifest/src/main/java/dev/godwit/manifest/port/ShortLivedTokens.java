package dev.godwit.manifest.port;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.component.ComponentContext;
import dev.godwit.manifest.component.HttpLink;
import dev.godwit.manifest.component.RequestAuthenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A bearer token that is had for name and password, and asked for anew when its time is over.
final class ShortLivedTokens implements RequestAuthenticator {
  private final ComponentContext context;
  private @Nullable String token;
  private Instant made = Instant.MIN;

  ShortLivedTokens(ComponentContext context) {
    this.context = context;
  }

  @Override
  public synchronized Map<String, String> headers() throws InterruptedException {
    Instant now = context.world().surroundings().clock().instant();
    String current = token;
    if (current == null || !now.isBefore(made.plus(lifetime()))) {
      current = fetch();
      token = current;
      made = now;
    }
    return Map.of("Authorization", "Bearer " + current);
  }

  private Duration lifetime() {
    try {
      return Duration.parse(context.text("lifetime", "PT3600S"));
    } catch (DateTimeParseException e) {
      throw GodwitException.config("manifest.bad-duration", "lifetime is not an ISO 8601 duration.")
          .at(context.site().place())
          .causedBy(e);
    }
  }

  private String fetch() throws InterruptedException {
    String url = context.text("url", "");
    String pair = context.text("client_id", "") + ":" + context.text("secret_key", "");
    String credentials = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    try {
      HttpLink.Answer answer =
          context
              .world()
              .http()
              .send(
                  new HttpLink.Ask(
                      "GET", url, Map.of("Authorization", "Basic " + credentials), null));
      if (answer.status() >= 400) {
        throw GodwitException.config(
                "auth.token-refused", "The login answers with status " + answer.status() + ".")
            .hint("Check client_id and secret_key in the configuration.");
      }
      return token(answer);
    } catch (IOException e) {
      throw GodwitException.transientError("auth.token-failed", "The login cannot be reached.")
          .hint("It may recover: run again later.")
          .causedBy(e);
    }
  }

  private String token(HttpLink.Answer answer) {
    String key = context.text("token_key", "access_token");
    if (JsonParser.LENIENT.parse(answer.body()) instanceof Map<?, ?> fields
        && fields.get(key) instanceof String found) {
      return found;
    }
    throw GodwitException.system("auth.token-answer", "The login's answer has no " + key + ".")
        .at(context.site().place())
        .hint("Check token_key in the manifest.");
  }
}
