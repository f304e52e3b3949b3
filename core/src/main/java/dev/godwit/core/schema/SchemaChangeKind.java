package dev.godwit.core.schema;

import static dev.godwit.core.schema.SchemaAction.ASK;
import static dev.godwit.core.schema.SchemaAction.DISCARD_ROW;
import static dev.godwit.core.schema.SchemaAction.DISCARD_VALUE;
import static dev.godwit.core.schema.SchemaAction.EVOLVE;
import static dev.godwit.core.schema.SchemaAction.FREEZE;
import static dev.godwit.core.schema.SchemaAction.QUARANTINE;
import static dev.godwit.core.schema.SchemaAction.STOP;
import static dev.godwit.core.schema.SchemaAction.VARIANT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The ways in which a stream can be other than when it last landed.
public enum SchemaChangeKind {
  /// A stream that never landed here, where others did.
  NEW_STREAM(EVOLVE, FREEZE, STOP, ASK),
  /// A field that had no column.
  NEW_COLUMN(EVOLVE, FREEZE, DISCARD_ROW, DISCARD_VALUE, VARIANT, QUARANTINE, STOP, ASK),
  /// A field that had no column and seems to hold personal data. Looked for only where a policy
  /// says something about it; otherwise it is a new column as any other.
  NEW_PERSONAL_COLUMN(EVOLVE, FREEZE, DISCARD_ROW, DISCARD_VALUE, VARIANT, QUARANTINE, STOP, ASK),
  /// A column whose field is gone.
  REMOVED_COLUMN(EVOLVE, FREEZE, STOP, ASK),
  /// A type that holds all that the old one held: an integer that became a decimal number.
  WIDER_TYPE(EVOLVE, FREEZE, DISCARD_ROW, DISCARD_VALUE, VARIANT, QUARANTINE, STOP, ASK),
  /// A type that has nothing to do with the old one, or a value that does not fit its type.
  TYPE_CONFLICT(EVOLVE, FREEZE, DISCARD_ROW, DISCARD_VALUE, VARIANT, QUARANTINE, STOP, ASK),
  /// A field that always had a value and may now have none.
  NULLABILITY(EVOLVE, DISCARD_ROW, QUARANTINE, STOP, ASK),
  /// Rows are told apart by other fields than before.
  KEY_CHANGE(EVOLVE, FREEZE, STOP, ASK),
  /// The field by which changes were found is gone.
  CURSOR_GONE(EVOLVE, STOP, ASK);

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set that keeps the enum's order
  private final Set<SchemaAction> actions;

  SchemaChangeKind(SchemaAction first, SchemaAction... others) {
    this.actions = Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /// What may come of a change of this kind.
  public Set<SchemaAction> actions() {
    return actions;
  }

  /// What comes of it where nobody says otherwise: tables follow, as long as nothing that is there
  /// gets lost or doubled.
  public SchemaAction usual() {
    return switch (this) {
      case NEW_STREAM,
          NEW_COLUMN,
          NEW_PERSONAL_COLUMN,
          REMOVED_COLUMN,
          WIDER_TYPE,
          TYPE_CONFLICT,
          NULLABILITY ->
          EVOLVE;
      case KEY_CHANGE, CURSOR_GONE -> ASK;
    };
  }

  /// The name in files and on command lines: `new-column`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
