package dev.godwit.mapping.contract;

import dev.godwit.core.json.JsonKind;

/// Looks at one value of a field, which is not null. For one thread.
@FunctionalInterface
interface ValueTest {
  /// Whether it is as demanded.
  ///
  /// @param start first byte of the value in the page
  /// @param end the byte after it
  boolean holds(byte[] page, int start, int end, JsonKind kind);
}
