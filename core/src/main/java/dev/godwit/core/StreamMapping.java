package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import java.util.List;

/// How the rows of one stream change on their way from source to destination. Immutable; safe for
/// use by several threads.
public interface StreamMapping {
  /// Rows go on as they are.
  StreamMapping NONE = new Unmapped();

  /// How the stream lands: its schema, key and cursor after the mapping. Its name stays.
  ///
  /// @throws GodwitException CONFIG when the mapping does not fit the stream
  ConfiguredStream written(ConfiguredStream read);

  /// The rules in words, in their order, without secrets.
  List<String> describe();

  /// A mapper for one thread. The caller closes it.
  RowMapper open();
}
