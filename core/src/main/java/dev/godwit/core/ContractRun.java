package dev.godwit.core;

import dev.godwit.core.error.GodwitException;
import java.util.List;

/// A contract that is held against the rows of one run. Safe for use by several threads.
public interface ContractRun {
  /// Checks rows for one thread, after they were mapped. Its {@link RowMapper#map} throws CONTRACT
  /// where a batch must not land, and rejects rows that belong in quarantine. The caller closes it.
  RowMapper open();

  /// Another attempt begins.
  ///
  /// @param kept rows of earlier attempts that have landed and stay
  void again(long kept);

  /// Judges the run, once it has read the stream completely and before its last commit.
  ///
  /// @return what people should know about it, without values of rows; in the order of the contract
  /// @throws GodwitException CONTRACT to keep the last commit from happening
  List<String> complete();
}
