package dev.godwit.cli.report;

import dev.godwit.core.error.GodwitException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error as a JSON object: `kind`, `code`, `message` and, where known, `place` and `hint`.
public final class ErrorJson {
  private ErrorJson() {}

  public static Map<String, @Nullable Object> of(GodwitException error) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", error.kind().name().toLowerCase(Locale.ROOT));
    json.put("code", error.code());
    json.put("message", error.message());
    String place = error.place().toString();
    if (!place.isEmpty()) {
      json.put("place", place);
    }
    if (error.hint() != null) {
      json.put("hint", error.hint());
    }
    return json;
  }
}
