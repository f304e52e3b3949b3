package dev.godwit.core;

/// What happens to the rows of a stream between reading and landing.
///
/// @param mapping how they change
/// @param contract what they have to be after that
public record StreamRules(StreamMapping mapping, StreamContract contract) {
  /// Rows land as they are.
  public static final StreamRules NONE = new StreamRules(StreamMapping.NONE);

  /// Rows that change, and may be anything after that.
  public StreamRules(StreamMapping mapping) {
    this(mapping, StreamContract.NONE);
  }
}
