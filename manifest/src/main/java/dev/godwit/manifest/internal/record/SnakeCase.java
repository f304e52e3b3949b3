package dev.godwit.manifest.internal.record;

import com.anyascii.AnyAscii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names in snake case, cut where the reference cuts them: `userID2` is `user_id_2`, `HTTPServer`
/// is `httpserver`.
final class SnakeCase {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Z]+[a-z]*|[a-z]+|[0-9]+|(?<none>[^a-zA-Z0-9]+)");

  private SnakeCase() {}

  static String of(String name) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(AnyAscii.transliterate(name));
    while (matcher.find()) {
      tokens.add(matcher.group("none") == null ? matcher.group().toLowerCase(Locale.ROOT) : "");
    }
    if (tokens.size() > 2) {
      tokens.subList(1, tokens.size() - 1).removeIf(String::isEmpty);
    }
    if (!tokens.isEmpty() && startsWithDigit(tokens.getFirst())) {
      tokens.addFirst("");
    }
    return String.join("_", tokens);
  }

  private static boolean startsWithDigit(String token) {
    return !token.isEmpty() && Character.isDigit(token.charAt(0));
  }
}
