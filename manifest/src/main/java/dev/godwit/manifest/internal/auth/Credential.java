package dev.godwit.manifest.internal.auth;

/// A credential that may take a request to come by. Thread-safe.
@FunctionalInterface
interface Credential {
  String get() throws InterruptedException;
}
