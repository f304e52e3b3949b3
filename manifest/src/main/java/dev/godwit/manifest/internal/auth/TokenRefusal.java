package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator.RefreshTokenUpdater;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells a refresh token that is dead from other refusals of a token endpoint.
///
/// @param key of the answer whose value is looked at
/// @param values that mean a dead refresh token
record TokenRefusal(List<Integer> statuses, String key, List<String> values) {
  /// Where a manifest says nothing.
  private static final TokenRefusal DEFAULT =
      new TokenRefusal(List.of(400), "error", List.of("invalid_grant", "invalid_permissions"));

  private static final TokenRefusal NOTHING = new TokenRefusal(List.of(), "", List.of());

  /// Providers put a code of their own before their description.
  private static final Pattern PROVIDER_CODE = Pattern.compile("^[A-Za-z]{3,}\\d{4,}\\b");

  private static final int MOST_DETAIL = 64;

  /// What is declared at one of two places; one part of it leaves the others empty.
  ///
  /// @throws GodwitException CONFIG `auth.incomplete` when both places declare something
  static TokenRefusal of(OAuthAuthenticator spec) {
    String key = spec.refreshTokenErrorKey();
    TokenRefusal own =
        new TokenRefusal(
            spec.refreshTokenErrorStatusCodes(),
            key == null ? "" : key,
            spec.refreshTokenErrorValues());
    TokenRefusal ofUpdater = of(spec.refreshTokenUpdater());
    if (!own.equals(NOTHING) && !ofUpdater.equals(NOTHING)) {
      throw GodwitException.config(
              "auth.incomplete",
              "refresh_token_error_* is declared twice: by the authenticator and by its updater.")
          .at(spec.origin().place());
    }
    TokenRefusal declared = own.equals(NOTHING) ? ofUpdater : own;
    return declared.equals(NOTHING) ? DEFAULT : declared;
  }

  private static TokenRefusal of(@Nullable RefreshTokenUpdater updater) {
    return updater == null
        ? NOTHING
        : new TokenRefusal(
            updater.refreshTokenErrorStatusCodes(),
            updater.refreshTokenErrorKey(),
            updater.refreshTokenErrorValues());
  }

  /// The error for an answer that is neither a token nor worth another try.
  ///
  /// @param masking hides secrets that the answer may repeat
  GodwitException error(Request request, Response response, UnaryOperator<String> masking) {
    Map<?, ?> said = json(response);
    String detail = detail(said, masking);
    boolean dead = statuses.contains(response.status()) && values.contains(said.get(key));
    String message =
        dead
            ? "The refresh token is invalid, expired or already used." + detail
            : "The token endpoint refuses the request with HTTP %d.%s"
                .formatted(response.status(), detail);
    return GodwitException.config("auth.token-refused", message)
        .at(Place.request(request.describe()))
        .hint(
            dead
                ? "Grant access anew and put the new refresh token into the configuration."
                : "Check client id, client secret and the other credentials in the configuration.");
  }

  private static Map<?, ?> json(Response response) {
    try {
      return JsonParser.LENIENT.parse(response.body()) instanceof Map<?, ?> map ? map : Map.of();
    } catch (GodwitException notJson) {
      return Map.of();
    }
  }

  private static String detail(Map<?, ?> said, UnaryOperator<String> masking) {
    String error = said.get("error") instanceof String text ? text.strip() : "";
    String code = providerCode(said.get("error_description"));
    String detail = error.isEmpty() ? code : code.isEmpty() ? error : error + ": " + code;
    String line = masking.apply(detail).replaceAll("\\s+", " ");
    return line.isEmpty()
        ? ""
        : " The provider says: "
            + (line.length() > MOST_DETAIL ? line.substring(0, MOST_DETAIL) + "…" : line);
  }

  private static String providerCode(@Nullable Object description) {
    Matcher matcher = PROVIDER_CODE.matcher(description instanceof String text ? text.strip() : "");
    return matcher.find() ? matcher.group() : "";
  }
}
