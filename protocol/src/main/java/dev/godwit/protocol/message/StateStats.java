package dev.godwit.protocol.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that go with a state, as one side has counted them.
///
/// @param records since the state before; null when not counted
/// @param rejected those of them that the destination did not take; null when not counted
/// @param others fields beyond those of the protocol
public record StateStats(
    @Nullable Long records, @Nullable Long rejected, Map<String, @Nullable Object> others) {
  public static StateStats of(long records) {
    return new StateStats(records, null, Map.of());
  }
}
