package dev.godwit.manifest.internal.scope;

import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Missing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request as the `request` of its answer.
public record RequestView(Request request) implements Attributes {
  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "method" -> request.method();
      case "url" -> request.url();
      case "headers" -> headers();
      case "body" -> {
        byte[] body = request.body();
        yield body == null ? null : new String(body, StandardCharsets.UTF_8);
      }
      default -> Missing.MISSING;
    };
  }

  private HeadersView headers() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    return new HeadersView(headers);
  }

  @Override
  public Map<String, ? extends @Nullable Object> entries() {
    return Map.of();
  }

  @Override
  public boolean truth() {
    return true;
  }

  @Override
  public String typeName() {
    return "PreparedRequest";
  }
}
