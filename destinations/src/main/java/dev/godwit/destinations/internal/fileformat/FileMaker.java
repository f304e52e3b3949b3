package dev.godwit.destinations.internal.fileformat;

import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.RowEncoder;
import java.io.IOException;
import java.nio.file.Path;

/// Makes files of rows of one shape.
public interface FileMaker {
  /// Turns rows into what waits for {@link #make}.
  RowEncoder encoder();

  /// Makes one file of all rows that wait in a load.
  ///
  /// @param target an empty file
  /// @return how many rows lie in it, counted there
  long make(Load load, Path target) throws IOException;
}
