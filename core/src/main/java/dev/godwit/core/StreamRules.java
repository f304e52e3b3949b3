package dev.godwit.core;

/// What happens to the rows of a stream between reading and landing.
///
/// @param mapping how they change
public record StreamRules(StreamMapping mapping) {
  /// Rows land as they are.
  public static final StreamRules NONE = new StreamRules(StreamMapping.NONE);
}
