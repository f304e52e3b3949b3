package dev.godwit.core;

import java.util.List;

/// What the rows of one stream have promised to be. Immutable; safe for use by several threads.
public interface StreamContract {
  /// Rows may be as they like.
  StreamContract NONE = new Uncontracted();

  /// Whether all rows of a reading are judged together. A replacement that was interrupted then
  /// begins anew, since whoever goes on with it has not seen its first rows.
  boolean judgesWhole();

  /// What the stream's schema contradicts, told before any row is read, as sentences.
  List<String> contradictions();

  /// Begins a run, with all its attempts.
  ContractRun begin();
}
