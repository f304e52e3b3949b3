package dev.godwit.mapping.rule;

import java.util.Locale;

/// How values are hashed.
public enum HashAlgorithm {
  HMAC_SHA_256("HmacSHA256", true),
  HMAC_SHA_512("HmacSHA512", true),
  SHA_256("SHA-256", false),
  SHA_512("SHA-512", false);

  private final String javaName;
  private final boolean keyed;

  HashAlgorithm(String javaName, boolean keyed) {
    this.javaName = javaName;
    this.keyed = keyed;
  }

  /// The name that Java's providers know.
  public String javaName() {
    return javaName;
  }

  /// Whether it needs a key, rather than a salt.
  public boolean isKeyed() {
    return keyed;
  }

  /// The name in files: `hmac-sha-256`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
