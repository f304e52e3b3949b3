package dev.godwit.manifest.internal.python;

/// Stands for "no such thing" where null would mean Python's `None`.
public enum Missing {
  MISSING
}
