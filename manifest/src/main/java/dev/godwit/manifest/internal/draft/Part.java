package dev.godwit.manifest.internal.draft;

/// The places of a request that values can be put into.
public enum Part {
  PARAMETER,
  HEADER,
  BODY_DATA,
  BODY_JSON
}
