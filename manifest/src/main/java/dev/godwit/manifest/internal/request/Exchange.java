package dev.godwit.manifest.internal.request;

import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.retry.Resolution;

/// A request, the answer that ended its attempts, and what the answer means.
///
/// @param asked fingerprint of what was asked for, credentials apart
public record Exchange(Request request, long asked, Response response, Resolution resolution) {
  /// Where the exchange happened, without secrets.
  public Place place() {
    return Place.request(request.describe());
  }
}
