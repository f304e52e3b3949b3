package dev.godwit.manifest.internal.custom;

import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Part;
import dev.godwit.manifest.internal.python.JsonValues;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes into a request, as components name it: parameters, headers and a body.
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

  /// What a draft holds, as arguments of a call.
  public static Map<String, @Nullable Object> of(Draft draft) {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    parts.put("params", JsonValues.copy(draft.part(Part.PARAMETER)));
    parts.put("headers", JsonValues.copy(draft.part(Part.HEADER)));
    parts.put("json", JsonValues.copy(draft.part(Part.BODY_JSON)));
    String text = draft.body();
    parts.put("data", text == null ? JsonValues.copy(draft.part(Part.BODY_DATA)) : text);
    return parts;
  }

  private static void add(@Nullable Object entries, Map<String, @Nullable Object> target) {
    if (entries instanceof Map<?, ?> map) {
      map.forEach((name, value) -> target.put(String.valueOf(name), value));
    }
  }
}
