package dev.godwit.testkit;

import java.util.Set;

/// The columns that every table has beside the fields of its rows.
final class OwnColumns {
  static final String RAW_ID = "_airbyte_raw_id";
  static final String EXTRACTED_AT = "_airbyte_extracted_at";
  static final String META = "_airbyte_meta";
  static final String GENERATION_ID = "_airbyte_generation_id";

  static final Set<String> ALL = Set.of(RAW_ID, EXTRACTED_AT, META, GENERATION_ID);

  private OwnColumns() {}
}
