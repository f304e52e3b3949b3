package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a token endpoint answered. Values are found by their name wherever they lie, the nearest to
/// the root first on each branch.
record TokenAnswer(@Nullable Object body) {
  /// As deep the reference looks for a name.
  private static final int MOST_LEVELS = 5;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /// The value of a name; null where there is none.
  ///
  /// @throws GodwitException CONFIG `auth.token-answer` when the answer is nested too deeply to
  ///   look further
  @Nullable Object find(String name) {
    return find(body, name, 0);
  }

  private static @Nullable Object find(@Nullable Object node, String name, int level) {
    if (level > MOST_LEVELS) {
      throw GodwitException.config(
              "auth.token-answer",
              "'" + name + "' is not within the first levels of the token endpoint's answer.")
          .hint("Check access_token_name, expires_in_name and refresh_token_name.");
    }
    return switch (node) {
      case Map<?, ?> map when map.containsKey(name) -> map.get(name);
      case Map<?, ?> map -> first(map.values(), name, level);
      case List<?> list -> first(list, name, level);
      case null, default -> null;
    };
  }

  private static @Nullable Object first(
      Collection<? extends @Nullable Object> nodes, String name, int level) {
    for (Object node : nodes) {
      Object found = find(node, name, level + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// When the token runs out; null where the answer does not say.
  ///
  /// @param isMoment whether the value is a moment and not a number of seconds
  /// @throws GodwitException SYSTEM `auth.token-answer` when the value cannot be read
  @Nullable OffsetDateTime expiry(String name, boolean isMoment, OffsetDateTime now) {
    Object value = find(name);
    if (value == null) {
      return null;
    }
    OffsetDateTime moment = isMoment ? Moments.parse(text(value)) : inSeconds(text(value), now);
    if (moment == null) {
      throw GodwitException.system(
              "auth.token-answer",
              "'"
                  + name
                  + "' of the token endpoint's answer is no "
                  + (isMoment ? "date." : "number of seconds."))
          .hint("Check expires_in_name and token_expiry_date_format of the authenticator.");
    }
    return moment;
  }

  private static String text(Object value) {
    return value.toString();
  }

  private static @Nullable OffsetDateTime inSeconds(String text, OffsetDateTime now) {
    String number = text.strip();
    return NUMBER.matcher(number).matches() ? Moments.after(now, Double.parseDouble(number)) : null;
  }
}
