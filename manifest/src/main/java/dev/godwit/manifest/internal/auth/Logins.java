package dev.godwit.manifest.internal.auth;

import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.spec.HttpRequester;

/// Makes logins out of their descriptions; whoever makes requesters provides it.
@FunctionalInterface
public interface Logins {
  /// One way to log in. Thread-safe.
  @FunctionalInterface
  interface Login {
    /// The answer to a login.
    Response send() throws InterruptedException;
  }

  /// Makes a login.
  ///
  /// @param name for log lines and errors
  Login compile(HttpRequester requester, String name);
}
