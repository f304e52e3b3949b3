package dev.godwit.manifest.internal.spec;

/// A constant that manifests write in their own way.
public interface WireValue {
  String name();

  /// The constant as a manifest writes it.
  default String wire() {
    return name();
  }
}
