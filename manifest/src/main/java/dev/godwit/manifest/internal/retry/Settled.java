package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.internal.http.Response;

/// The response that ended the attempts of a request, and what it means.
///
/// @param resolution its action is one that needs no further attempt and is no failure
public record Settled(Response response, Resolution resolution) {}
