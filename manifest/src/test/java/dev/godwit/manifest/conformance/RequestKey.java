package dev.godwit.manifest.conformance;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What makes two requests the same: method, address with decoded and sorted query, body by its
/// meaning.
final class RequestKey {
  private RequestKey() {}

  static String of(
      String method,
      String url,
      @Nullable String body,
      Map<String, ? extends @Nullable Object> headers) {
    int mark = url.indexOf('?');
    String address = mark < 0 ? url : url.substring(0, mark);
    List<@Nullable Object> key = new ArrayList<>();
    key.add(method.toUpperCase(Locale.ROOT));
    key.add(address(address));
    key.add(pairs(mark < 0 ? "" : url.substring(mark + 1).split("#", -1)[0]));
    key.add(body(body, contentType(headers)));
    return Json.canonical(key);
  }

  private static String address(String address) {
    String[] halves = address.split("://", 2);
    int slash = halves[1].indexOf('/');
    String host = (slash < 0 ? halves[1] : halves[1].substring(0, slash)).toLowerCase(Locale.ROOT);
    String path = slash < 0 ? "/" : halves[1].substring(slash);
    if (halves[0].equals("https") && host.endsWith(":443")) {
      host = host.substring(0, host.length() - 4);
    }
    if (halves[0].equals("http") && host.endsWith(":80")) {
      host = host.substring(0, host.length() - 3);
    }
    return halves[0] + "://" + host + decode(path.replace("+", "%2B"));
  }

  private static List<String> pairs(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .map(RequestKey::decode)
        .sorted()
        .toList();
  }

  private static @Nullable Object body(@Nullable String body, String contentType) {
    if (body == null || body.isEmpty()) {
      return null;
    }
    try {
      return Arrays.asList("json", JsonParser.LENIENT.parse(body));
    } catch (GodwitException notJson) {
      return contentType.contains("x-www-form-urlencoded")
          ? List.of("form", pairs(body))
          : List.of("text", body);
    }
  }

  private static String contentType(Map<String, ? extends @Nullable Object> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
        .map(header -> Json.text(header.getValue()))
        .findFirst()
        .orElse("");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
