package dev.godwit.core.schema;

import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// What comes of one change of a stream.
///
/// @param action as the policy has it; EVOLVE where it asked and somebody has accepted
public record SchemaDecision(SchemaChange change, SchemaAction action) {
  /// Why the stream may not be synced; null where it may.
  ///
  /// @return CONFIG `schema.stopped` or `schema.not-accepted`
  public @Nullable GodwitException refusal() {
    return switch (action) {
      case EVOLVE, FREEZE, DISCARD_ROW, DISCARD_VALUE, VARIANT, QUARANTINE -> null;
      case STOP ->
          GodwitException.config("schema.stopped", sentence() + " The policy stops the stream.")
              .hint("Change what the policy says of " + change.kind().wireName() + ".");
      case ASK ->
          GodwitException.config("schema.not-accepted", sentence() + " Nobody has accepted it.")
              .hint("Look at it with godwit plan, and accept it with --accept.");
    };
  }

  private String sentence() {
    String words = change.describe();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
