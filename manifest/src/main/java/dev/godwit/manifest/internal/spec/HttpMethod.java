package dev.godwit.manifest.internal.spec;

/// The HTTP methods that manifests can use.
public enum HttpMethod implements WireValue {
  GET,
  POST
}
