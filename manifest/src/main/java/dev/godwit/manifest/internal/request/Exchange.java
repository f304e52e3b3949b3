package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A request and the answer that was used.
public record Exchange(Request request, Response response) {
  /// Whether another exchange asked for the same.
  boolean asks(Request other) {
    return request.method().equals(other.method())
        && request.url().equals(other.url())
        && Arrays.equals(request.body(), other.body());
  }

  /// Whether the API was asked the same before and said the same. What comes as a stream is not
  /// compared.
  public boolean repeats(@Nullable Exchange before) {
    return before != null
        && before.asks(request)
        && !before.response.isOpen()
        && !response.isOpen()
        && Arrays.equals(before.response.body(), response.body());
  }
}
