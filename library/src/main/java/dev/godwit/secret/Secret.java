package dev.godwit.secret;

import dev.godwit.core.log.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, key or token that does not print: not by itself, not in records, collections and
/// exceptions that hold it, and JSON writers of Godwit refuse it. Only [#reveal] shows it.
/// Immutable and thread-safe.
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /// A secret with a value.
  public static Secret of(String value) {
    return new Secret(value);
  }

  /// The value, for whoever has to send it.
  public String reveal() {
    return value;
  }

  /// Compares in a time that does not depend on where the values differ.
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /// Always the same mask.
  @Override
  public String toString() {
    return Secrets.MASK;
  }
}
