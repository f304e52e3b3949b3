package dev.godwit.manifest.internal.auth;

import org.jspecify.annotations.Nullable;

/// What one login is made with, and what its answer calls the token. Holds secrets: never print it.
record SessionKey(String url, @Nullable Object user, @Nullable Object password, String key) {
  @Override
  public String toString() {
    return "SessionKey of " + key;
  }
}
