package dev.godwit.destinations.internal.ledger;

import dev.godwit.core.CursorRange;
import dev.godwit.core.StreamState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far a back-fill has come that was interrupted.
///
/// @param from as {@link CursorRange#beginning} has it
public record Backfill(String from, @Nullable String to, StreamState state) {
  static Backfill of(CursorRange range, StreamState state) {
    return new Backfill(range.beginning(), range.to(), state);
  }

  boolean isOf(CursorRange range) {
    return from.equals(range.beginning()) && Objects.equals(to, range.to());
  }
}
