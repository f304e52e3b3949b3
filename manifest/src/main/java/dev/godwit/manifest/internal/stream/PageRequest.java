package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.request.Requester;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which page of a slice is asked for.
///
/// @param slice what the request's templates see
/// @param token of the page; null for none
/// @param reducedSize rows to ask for in place of the configured number; null where that stays
record PageRequest(Slice slice, @Nullable Object token, @Nullable Long reducedSize) {
  /// The same page, with these properties and none of the slice's other extras, as in the
  /// reference.
  PageRequest with(List<String> properties) {
    Map<String, @Nullable Object> extras = new LinkedHashMap<>();
    extras.put(Requester.PROPERTIES, properties);
    Slice chunk =
        new Slice(slice.stream(), slice.number(), slice.partition(), slice.interval(), extras);
    return new PageRequest(chunk, token, reducedSize);
  }

  /// The token as templates see it; null for none.
  @Nullable Map<String, @Nullable Object> tokenVariable() {
    if (token == null) {
      return null;
    }
    Map<String, @Nullable Object> variable = new LinkedHashMap<>();
    variable.put("next_page_token", token);
    return variable;
  }
}
