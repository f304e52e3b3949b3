package dev.godwit.core;

import dev.godwit.core.schema.PersonalData;
import dev.godwit.core.schema.SchemaPolicy;

/// What happens to the rows of a stream between reading and landing.
///
/// @param mapping how they change
/// @param contract what they have to be after that
/// @param changes what comes of changes of the stream's schema
/// @param personal knows which new fields seem to hold personal data
/// @param limit how many rows are read at most; no more are asked for once there are so many
public record StreamRules(
    StreamMapping mapping,
    StreamContract contract,
    SchemaPolicy changes,
    PersonalData personal,
    long limit) {
  /// All rows are read.
  public static final long UNLIMITED = Long.MAX_VALUE;

  /// Rows land as they are, and tables follow changes.
  public static final StreamRules NONE =
      new StreamRules(
          StreamMapping.NONE,
          StreamContract.NONE,
          SchemaPolicy.USUAL,
          PersonalData.UNKNOWN,
          UNLIMITED);

  public StreamRules with(StreamMapping other) {
    return new StreamRules(other, contract, changes, personal, limit);
  }

  public StreamRules with(StreamContract other) {
    return new StreamRules(mapping, other, changes, personal, limit);
  }

  public StreamRules with(SchemaPolicy other) {
    return new StreamRules(mapping, contract, other, personal, limit);
  }

  /// These rules for the first rows of a stream.
  public StreamRules withLimit(long rows) {
    return new StreamRules(mapping, contract, changes, personal, rows);
  }
}
