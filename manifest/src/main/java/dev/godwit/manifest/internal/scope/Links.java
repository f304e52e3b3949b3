package dev.godwit.manifest.internal.scope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Link` header of a response, by relation: `next → {url, rel}`.
public final class Links {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
  private static final Pattern PARAMETER = Pattern.compile(";\\s*([^=\\s;,]+)\\s*=\\s*\"?([^\";,]*)\"?");

  private Links() {}

  public static Map<String, @Nullable Object> parse(@Nullable String header) {
    Map<String, @Nullable Object> links = new LinkedHashMap<>();
    if (header == null) {
      return links;
    }
    Matcher link = LINK.matcher(header);
    while (link.find()) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("url", link.group(1));
      Matcher parameter = PARAMETER.matcher(link.group(2));
      while (parameter.find()) {
        fields.put(parameter.group(1), parameter.group(2));
      }
      Object relation = fields.getOrDefault("rel", fields.get("url"));
      links.put(String.valueOf(relation), fields);
    }
    return links;
  }
}
