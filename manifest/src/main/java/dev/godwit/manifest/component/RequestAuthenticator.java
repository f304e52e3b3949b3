package dev.godwit.manifest.component;

import java.util.Map;

/// Stands for a `CustomAuthenticator`.
@FunctionalInterface
public non-sealed interface RequestAuthenticator extends JavaComponent {
  /// The headers that show who asks, made anew for each attempt.
  Map<String, String> headers() throws InterruptedException;
}
