package dev.godwit.secret;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Secrets;
import dev.godwit.record.PlainConfig;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts secrets into configurations: in the place of a [Secret], and of a text that is
/// `secret:NAME`. Thread-safe as its resolvers are.
///
/// @param resolvers asked one after the other until one has it
public record SecretLookup(List<SecretResolver> resolvers) {
  private static final Pattern REFERENCE = Pattern.compile("secret:([A-Za-z0-9_][\\w./-]*)");

  public SecretLookup {
    resolvers = List.copyOf(resolvers);
  }

  /// The configuration as JSON values, with its secrets.
  ///
  /// @param found learns the secrets that were put in
  /// @throws GodwitException CONFIG `secret.missing` when nobody has a secret that is referred to
  public Map<String, @Nullable Object> fillIn(
      Map<String, ? extends @Nullable Object> config, Secrets found) {
    return new PlainConfig(value -> revealed(value, found)).object(config);
  }

  private @Nullable Object revealed(Object value, Secrets found) {
    Matcher reference = REFERENCE.matcher(value instanceof String text ? text : "");
    Secret secret =
        value instanceof Secret given
            ? given
            : reference.matches() ? find(reference.group(1)) : null;
    if (secret == null) {
      return null;
    }
    found.learn(secret.reveal());
    return secret.reveal();
  }

  /// The secret of that name.
  ///
  /// @throws GodwitException CONFIG `secret.missing` when nobody has it
  public Secret find(String name) {
    for (SecretResolver resolver : resolvers) {
      Secret found = resolver.find(name);
      if (found != null) {
        return found;
      }
    }
    String places = resolvers.stream().map(SecretResolver::place).collect(Collectors.joining(", "));
    throw GodwitException.config("secret.missing", "There is no secret " + name + ".")
        .hint("Looked in: " + (places.isEmpty() ? "no place at all" : places) + ".");
  }
}
