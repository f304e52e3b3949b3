package dev.godwit.manifest.internal.auth;

import org.jspecify.annotations.Nullable;

/// The requester that an authenticator belongs to.
///
/// @param stream name of the stream that asks
/// @param url template of the requester's `url`, or of its `url_base`; null where it has none
public record Owner(String stream, @Nullable String url) {}
