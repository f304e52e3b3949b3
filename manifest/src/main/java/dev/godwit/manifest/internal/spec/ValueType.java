package dev.godwit.manifest.internal.spec;

import java.util.Locale;

/// The type that the result of a template is turned into.
public enum ValueType implements WireValue {
  STRING,
  NUMBER,
  INTEGER,
  BOOLEAN;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
