package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.retry.Resolution;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first page of a slice that its parent's row has already, as if it had been asked for. What
/// follows it is asked for.
final class EmbeddedPage {
  /// Where a slice has its page, in its extras.
  static final String KEY = "child_response";

  private EmbeddedPage() {}

  /// The page as an answer; null where the slice brings none.
  static @Nullable Exchange of(Slice slice) {
    if (!slice.extras().containsKey(KEY)) {
      return null;
    }
    byte[] body = JsonWriter.bytes(slice.extras().get(KEY));
    Request request = new Request("GET", "", Map.of(), null);
    return new Exchange(request, 0, new Response(200, Map.of(), body, ""), Resolution.SUCCESS);
  }
}
