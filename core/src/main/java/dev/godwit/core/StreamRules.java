package dev.godwit.core;

import dev.godwit.core.schema.SchemaPolicy;

/// What happens to the rows of a stream between reading and landing.
///
/// @param mapping how they change
/// @param contract what they have to be after that
/// @param changes what comes of changes of the stream's schema
public record StreamRules(StreamMapping mapping, StreamContract contract, SchemaPolicy changes) {
  /// Rows land as they are, and tables follow changes.
  public static final StreamRules NONE =
      new StreamRules(StreamMapping.NONE, StreamContract.NONE, SchemaPolicy.USUAL);

  public StreamRules with(StreamMapping other) {
    return new StreamRules(other, contract, changes);
  }

  public StreamRules with(StreamContract other) {
    return new StreamRules(mapping, other, changes);
  }

  public StreamRules with(SchemaPolicy other) {
    return new StreamRules(mapping, contract, other);
  }
}
