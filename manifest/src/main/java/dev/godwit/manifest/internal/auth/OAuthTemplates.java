package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.template.InterpolatedMapping;
import dev.godwit.manifest.internal.template.InterpolatedString;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The templates of one OAuth authenticator, to be evaluated when they are asked.
record OAuthTemplates(OAuthAuthenticator spec, AuthContext context) {
  Supplier<@Nullable Object> text(String template) {
    InterpolatedString string = InterpolatedString.of(template, spec.origin().parameters());
    return () -> string.eval(context.scope());
  }

  /// A name; an empty one is the standard one.
  Supplier<@Nullable Object> name(String declared, String standard) {
    return text(declared.isEmpty() ? standard : declared);
  }

  Supplier<@Nullable Object> orNothing(@Nullable String template) {
    return template == null ? () -> null : template.isEmpty() ? () -> "" : text(template);
  }

  Supplier<Map<String, @Nullable Object>> mapping(Map<String, @Nullable Object> declared) {
    InterpolatedMapping mapping = InterpolatedMapping.of(declared, spec.origin().parameters());
    return () -> mapping.eval(context.scope());
  }

  /// The same, evaluated now and never again.
  static <T extends @Nullable Object> Supplier<T> once(Supplier<T> template) {
    T value = template.get();
    return () -> value;
  }

  /// Whether answers tell the moment of the expiry. The format itself is never used, only whether
  /// there is one.
  boolean expiryIsMoment() {
    String format = spec.tokenExpiryDateFormat();
    return format != null && !format.isEmpty();
  }

  GodwitException incomplete(String field) {
    return GodwitException.config(
            "auth.incomplete", "The OAuthAuthenticator finds no value for " + field + ".")
        .at(spec.origin().place())
        .hint("Check the manifest, and the configuration that " + field + " is taken from.");
  }
}
