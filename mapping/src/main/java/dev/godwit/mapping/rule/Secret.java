package dev.godwit.mapping.rule;

import java.nio.charset.StandardCharsets;

/// A key or a salt. It never prints.
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /// What is kept secret.
  public String reveal() {
    return value;
  }

  /// The bytes of what is kept secret.
  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && value.equals(secret.value);
  }

  /// The same for all: not even a hash of it is to be seen.
  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "****";
  }
}
