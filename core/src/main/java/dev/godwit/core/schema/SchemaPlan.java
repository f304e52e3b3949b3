package dev.godwit.core.schema;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes of all changes of a stream.
///
/// @param stream as it lands
/// @param shape what is remembered of it once it has landed
/// @param decisions one a change
/// @param rules for rows that show changes that their table does not follow
public record SchemaPlan(
    ConfiguredStream stream, StreamShape shape, List<SchemaDecision> decisions, FieldRules rules) {
  /// The field, and with it the column, that takes what does not fit elsewhere.
  public static final String VARIANT = "_godwit_variant";

  public SchemaPlan {
    decisions = List.copyOf(decisions);
  }

  /// A stream that lands as it is.
  public static SchemaPlan unchanged(ConfiguredStream stream) {
    return new SchemaPlan(stream, StreamShape.of(stream), List.of(), FieldRules.NONE);
  }

  /// Why the stream may not be synced; null where it may.
  public @Nullable GodwitException refusal() {
    for (SchemaDecision decision : decisions) {
      GodwitException refusal = decision.refusal();
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  /// Whether what is there must be replaced by a reading of everything.
  public boolean readsAnew() {
    return decisions.stream()
        .filter(decision -> decision.action() == SchemaAction.EVOLVE)
        .map(decision -> decision.change().kind())
        .anyMatch(
            kind -> kind == SchemaChangeKind.KEY_CHANGE || kind == SchemaChangeKind.CURSOR_GONE);
  }

  /// Whether the stream is left out.
  public boolean isLeftOut() {
    return decisions.stream()
        .anyMatch(decision ->
            decision.change().kind() == SchemaChangeKind.NEW_STREAM
                && decision.action() == SchemaAction.FREEZE);
  }
}
