package dev.godwit.testkit;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A destination as the tests see it: how to open it, and how to look at what has landed. It keeps
/// its rows in a folder or under a name of its own, so that tests do not meet.
///
/// An implementation that takes part in {@link CrashConformance} needs a constructor with one
/// parameter, the `Path` of its folder: it is made anew in other processes.
public interface TestedDestination {
  /// The status of a process that died where it was to die.
  int DIED = 9;

  /// Opens the destination over what earlier openings have left. The caller closes it.
  Destination open();

  /// All rows that a reader of the destination sees in a stream's table, in any order; none where
  /// there is no table. May be called while the destination is open.
  ///
  /// @return values by column name: plain values (null, `Boolean`, `Long`, `BigInteger`, `Double`,
  ///   `BigDecimal`, `String`, `List`, `Map`), times as ISO 8601 text, with the columns that Godwit
  ///   adds (`_airbyte_raw_id` and so on)
  List<Map<String, @Nullable Object>> rows(StreamName stream);

  /// The name of the column that holds a field.
  ///
  /// @param keys all fields of the stream in their order, `key` among them
  default String column(String key, Collection<String> keys) {
    return key;
  }

  /// How many characters a name of a table or column may have; longer ones are to be told apart all
  /// the same.
  int longestName();

  /// The steps of a commit at which a process may die, in their order; what their names mean is
  /// known to {@link #openToDie} only.
  default List<String> commitSteps(WriteMode mode) {
    return List.of();
  }

  /// Opens the destination in such a way that the process dies with the status {@link #DIED} and
  /// without any cleaning up (`halt`) when it arrives at a step.
  ///
  /// @param step one of {@link #commitSteps}
  /// @param occurrence at which arrival, from 1
  default Destination openToDie(String step, int occurrence) {
    throw new UnsupportedOperationException("no steps are known");
  }
}
