package dev.godwit.core.schema;

import java.util.Locale;

/// What comes of a change of a schema.
public enum SchemaAction {
  /// The destination follows the change. What is there stays.
  EVOLVE,
  /// The destination stays as it is; what does not fit into it is left out.
  FREEZE,
  /// Rows that show the change are left out.
  DISCARD_ROW,
  /// Values that show the change are left out, and the row or the report says so.
  DISCARD_VALUE,
  /// Values that show the change go into a column of their own, as JSON.
  VARIANT,
  /// Rows that show the change go into quarantine.
  QUARANTINE,
  /// The stream fails.
  STOP,
  /// The plan asks, and the run refuses the stream until somebody has accepted the change.
  ASK;

  /// The name in files and on command lines: `discard-row`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
