package dev.godwit.manifest.internal.python;

/// Python's `...`, which a text of three dots reads as.
public enum Ellipsis {
  ELLIPSIS;

  @Override
  public String toString() {
    return "Ellipsis";
  }
}
