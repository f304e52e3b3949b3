package dev.godwit.testkit;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns that every table has beside the fields of its rows.
final class OwnColumns {
  static final String RAW_ID = "_airbyte_raw_id";
  static final String EXTRACTED_AT = "_airbyte_extracted_at";
  static final String META = "_airbyte_meta";
  static final String GENERATION_ID = "_airbyte_generation_id";

  /// When a row was deleted; only where rows are marked so.
  static final String DELETED_AT = "_godwit_deleted_at";

  /// Until when a version of a row held; only where versions are kept.
  static final String VALID_TO = "_godwit_valid_to";

  static final Set<String> ALL = Set.of(RAW_ID, EXTRACTED_AT, META, GENERATION_ID);

  private OwnColumns() {}

  /// Whether a row is marked as deleted, or a version that has ended.
  static boolean isOver(Map<String, @Nullable Object> row) {
    return row.get(DELETED_AT) != null || row.get(VALID_TO) != null;
  }
}
