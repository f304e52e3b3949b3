package dev.godwit.manifest.internal.scope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Link` header of a response, by relation: `next → {url, rel}`. Cut as the reference cuts it,
/// which does not heed quotes.
public final class Links {
  private static final Pattern BETWEEN_LINKS = Pattern.compile(", *<");
  private static final String AROUND_TEXT = " '\"";

  private Links() {}

  public static Map<String, @Nullable Object> parse(@Nullable String header) {
    Map<String, @Nullable Object> links = new LinkedHashMap<>();
    String text = header == null ? "" : strip(header, AROUND_TEXT);
    if (text.isEmpty()) {
      return links;
    }
    for (String each : BETWEEN_LINKS.split(text, -1)) {
      Map<String, @Nullable Object> fields = fields(each);
      Object relation = fields.getOrDefault("rel", "");
      links.put(String.valueOf("".equals(relation) ? fields.get("url") : relation), fields);
    }
    return links;
  }

  private static Map<String, @Nullable Object> fields(String link) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    String[] parts = link.split(";", -1);
    fields.put("url", strip(parts[0], "<>" + AROUND_TEXT));
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", -1);
      if (pair.length != 2) {
        break;
      }
      fields.put(strip(pair[0], AROUND_TEXT), strip(pair[1], AROUND_TEXT));
    }
    return fields;
  }

  private static String strip(String text, String characters) {
    int start = 0;
    int end = text.length();
    while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
