package dev.godwit.destinations.files;

import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.RowEncoder;
import java.io.IOException;
import java.nio.file.Path;

/// Makes files of rows of one shape.
interface FileMaker {
  /// Turns rows into what waits for {@link #make}.
  RowEncoder encoder();

  /// Makes one file of all rows that wait in a load.
  ///
  /// @param target a new file
  /// @return how many rows lie in it, counted there
  long make(Load load, Path target) throws IOException;
}
