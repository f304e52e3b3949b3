package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;

/// Makes a value out of another one. For one thread.
public interface Mask {
  /// Appends what takes the place of a value.
  ///
  /// @param page holds the value between `start` and `end`, well-formed JSON and not null
  /// @param field the value's field, for messages
  void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target) throws RowFailure;
}
