package dev.godwit.manifest.internal.custom;

import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Part;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a component puts into a request: parameters, headers and a body, as it names them.
public final class RequestParts {
  private RequestParts() {}

  /// Puts what a call has given into a draft.
  public static void addTo(Draft draft, Map<String, @Nullable Object> parts) {
    add(parts.get("params"), draft.part(Part.PARAMETER));
    add(parts.get("headers"), draft.part(Part.HEADER));
    add(parts.get("json"), draft.part(Part.BODY_JSON));
    if (parts.get("data") instanceof String text) {
      draft.body(text);
    } else {
      add(parts.get("data"), draft.part(Part.BODY_DATA));
    }
  }

  private static void add(@Nullable Object entries, Map<String, @Nullable Object> target) {
    if (entries instanceof Map<?, ?> map) {
      map.forEach((name, value) -> target.put(String.valueOf(name), value));
    }
  }
}
