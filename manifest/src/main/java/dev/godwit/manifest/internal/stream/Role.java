package dev.godwit.manifest.internal.stream;

/// How a stream is read, which decides whether its answers are kept for other streams. As in the
/// reference, parents of parents are asked anew.
enum Role {
  /// Read for its own sake.
  STREAM,
  /// Read for its own sake, as one of a pair: what its parents answer is not kept.
  PAIRED,
  /// Read for a stream.
  PARENT,
  /// Read for a parent.
  ANCESTOR,
  /// Read to fill a template of streams.
  TEMPLATE;

  Role ofParents() {
    return this == STREAM ? PARENT : ANCESTOR;
  }

  boolean isOfParent() {
    return this == PARENT || this == ANCESTOR;
  }

  Role ofPair() {
    return this == STREAM ? PAIRED : this;
  }
}
