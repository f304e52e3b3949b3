package dev.godwit.session.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Knows by its name that a field, a parameter or a header holds a secret.
///
/// @param more names that a user has added, in lower case
public record SecretNames(Set<String> more) {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:.*_)?(?:token|secret|password|passwd|pwd|passphrase|jwt|assertion|credentials?"
              + "|(?:secret|private|api|access|auth|subscription|account)_?key"
              + "|(?:access|refresh|id|auth|session|bearer)token|clientsecret)");

  /// Tokens that lead to the next page and open nothing.
  private static final Pattern OF_PAGES =
      Pattern.compile(
          ".*(?:page|next|prev|cursor|continu|pagina|sync|offset|scroll|start|resume).*token");

  private static final Pattern PARAMETER =
      Pattern.compile("(?:.*_)?(?:key|sid|session|session_?id|auth)");

  private static final Pattern SIGNATURE = Pattern.compile("(?:.*_)?(?:signature|sig|hmac|nonce)");

  private static final Pattern HEADER =
      Pattern.compile(
          "(?:proxy-)?authorization|cookie|set-cookie2?|.*(?:token|secret|password|signature).*"
              + "|.*session.*|(?:.*-)?(?:api-?key|access-?key|auth-?key|auth|key)");

  public SecretNames(Set<String> more) {
    this.more =
        more.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a parameter of an address or of a form holds one.
  public boolean isParameter(String name) {
    return isField(name) || PARAMETER.matcher(plain(name)).matches();
  }

  /// Whether a field of JSON holds one.
  public boolean isField(String name) {
    String plain = plain(name);
    return more.contains(name.toLowerCase(Locale.ROOT))
        || (FIELD.matcher(plain).matches() && !OF_PAGES.matcher(plain).matches());
  }

  /// Whether a parameter is made anew of a secret for each request.
  public boolean isSignature(String name) {
    return SIGNATURE.matcher(plain(name)).matches();
  }

  /// Whether a header holds one. The common words about tokens and keys count, and so do cookies.
  public boolean isHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return more.contains(lower)
        || (HEADER.matcher(lower).matches() && !OF_PAGES.matcher(lower).matches());
  }

  /// `accessToken`, `Access-Token` and `access_token` are the same.
  private static String plain(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .replace('-', '_')
        .toLowerCase(Locale.ROOT);
  }
}
