package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import org.jspecify.annotations.Nullable;

/// The kept answers of one stream.
record KeptAnswers(ResponseCache cache, String stream) {
  @Nullable Response find(Request request) {
    return cache.find(stream, request);
  }

  void keep(Request request, Response response) {
    cache.keep(stream, request, response);
  }
}
