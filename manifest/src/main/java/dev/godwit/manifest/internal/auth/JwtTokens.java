package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Secrets;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonJson;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.JwtAuthenticator;
import dev.godwit.manifest.internal.spec.JwtAuthenticator.JwtHeaders;
import dev.godwit.manifest.internal.spec.JwtAuthenticator.JwtPayload;
import dev.godwit.manifest.internal.template.InterpolatedMapping;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// JSON Web Tokens, each signed anew. Thread-safe.
final class JwtTokens implements Supplier<String> {
  private static final List<String> RESERVED_HEADERS = List.of("kid", "alg", "typ", "cty");
  private static final List<String> RESERVED_CLAIMS =
      List.of("iss", "sub", "aud", "iat", "exp", "nbf");
  private static final String TYPE = "JWT";

  /// A signer and what it was made for.
  private record Signing(String key, @Nullable String passphrase, JwtSigner signer) {}

  private final JwtAuthenticator spec;
  private final Scope scope;
  private final Secrets secrets;
  private final InterpolatedString secret;
  private final @Nullable InterpolatedString passphrase;
  private final @Nullable InterpolatedString prefix;
  private final InterpolatedMapping headers;
  private final InterpolatedMapping claims;
  private volatile @Nullable Signing last;

  JwtTokens(JwtAuthenticator spec, AuthContext context) {
    Map<String, @Nullable Object> parameters = spec.origin().parameters();
    this.spec = spec;
    this.scope = context.scope();
    this.secrets = context.secrets();
    this.secret = InterpolatedString.of(spec.secretKey(), parameters);
    this.passphrase = optional(spec.passphrase());
    this.prefix = optional(spec.headerPrefix());
    this.headers = InterpolatedMapping.of(spec.additionalJwtHeaders(), parameters);
    this.claims = InterpolatedMapping.of(spec.additionalJwtPayload(), parameters);
  }

  private @Nullable InterpolatedString optional(@Nullable String template) {
    return template == null || template.isEmpty()
        ? null
        : InterpolatedString.of(template, spec.origin().parameters());
  }

  private @Nullable Object eval(@Nullable InterpolatedString template) {
    return template == null ? null : template.eval(scope);
  }

  /// A new token, behind its prefix where there is one.
  ///
  /// @throws GodwitException CONFIG `auth.key` or `auth.jwt` when it cannot be made
  @Override
  public String get() {
    Object before = eval(prefix);
    String token = signed();
    secrets.learn(token);
    return Truth.of(before) ? Repr.str(before) + " " + token : token;
  }

  private String signed() {
    try {
      JwtSigner signer = signer();
      String header = encoded(PythonJson.COMPACT.sorted().dumps(header()));
      String text = header + "." + encoded(PythonJson.COMPACT.dumps(payload()));
      byte[] signature = signer.sign(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (PythonException notJson) {
      throw unusable("a header or claim is nothing that JSON knows");
    } catch (GeneralSecurityException e) {
      // The cause may tell of the key.
      throw unusable("the key does not fit the algorithm");
    }
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, @Nullable Object> header() {
    Map<String, @Nullable Object> header = headers.eval(scope);
    refuse(header, RESERVED_HEADERS, "additional_jwt_headers");
    JwtHeaders declared = spec.jwtHeaders();
    header.put("typ", TYPE);
    if (declared == null) {
      header.put("alg", spec.algorithm().wire());
      return header;
    }
    put("kid", declared.kid(), header);
    put("typ", declared.typ(), header);
    put("cty", declared.cty(), header);
    header.put("alg", spec.algorithm().wire());
    requireText("kid", header);
    if (!Truth.of(header.get("typ"))) {
      header.remove("typ");
    }
    return header;
  }

  private Map<String, @Nullable Object> payload() {
    Map<String, @Nullable Object> payload = claims.eval(scope);
    refuse(payload, RESERVED_CLAIMS, "additional_jwt_payload");
    JwtPayload declared = spec.jwtPayload();
    if (declared != null) {
      put("iss", declared.iss(), payload);
      put("sub", declared.sub(), payload);
      put("aud", declared.aud(), payload);
      requireText("iss", payload);
    }
    long now = scope.environment().clock().instant().getEpochSecond();
    payload.put("iat", now);
    payload.put("exp", now + spec.tokenDuration());
    payload.put("nbf", now);
    return payload;
  }

  private void put(String name, @Nullable String template, Map<String, @Nullable Object> section) {
    InterpolatedString declared = optional(template);
    if (declared != null) {
      section.put(name, declared.eval(scope));
    }
  }

  private void refuse(Map<String, @Nullable Object> section, List<String> reserved, String field) {
    for (String name : reserved) {
      if (section.containsKey(name)) {
        throw unusable("'" + name + "' has a field of its own and must not be in " + field);
      }
    }
  }

  private void requireText(String name, Map<String, @Nullable Object> section) {
    if (section.containsKey(name) && !(section.get(name) instanceof String)) {
      throw unusable("'" + name + "' reads as something else than text");
    }
  }

  private JwtSigner signer() {
    if (!(eval(secret) instanceof String key)) {
      throw unusable("the secret_key reads as something else than text");
    }
    Object opened = eval(passphrase);
    String phrase = Truth.of(opened) ? Repr.str(opened) : null;
    Signing known = last;
    if (known != null && known.key().equals(key) && Objects.equals(known.passphrase(), phrase)) {
      return known.signer();
    }
    boolean encode = spec.base64EncodeSecretKey() && phrase == null;
    JwtSigner signer = JwtSigner.of(spec.algorithm(), encode ? base64(key) : key, phrase);
    last = new Signing(key, phrase, signer);
    return signer;
  }

  private static String base64(String key) {
    return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private GodwitException unusable(String why) {
    return GodwitException.config("auth.jwt", "The JSON Web Token cannot be made: " + why + ".")
        .at(spec.origin().place());
  }
}
