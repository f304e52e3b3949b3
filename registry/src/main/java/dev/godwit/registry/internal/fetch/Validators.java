package dev.godwit.registry.internal.fetch;

import org.jspecify.annotations.Nullable;

/// What a server said of the version of a file that we have.
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  public static final Validators NONE = new Validators(null, null);
}
