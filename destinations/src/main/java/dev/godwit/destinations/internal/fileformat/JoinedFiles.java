package dev.godwit.destinations.internal.fileformat;

import dev.godwit.destinations.internal.rowfile.RowCounter;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.RowEncoder;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/// Makes files of rows that wait in their final form: a header, then one staged file after another.
///
/// @param header what each file begins with
/// @param packed whether files are compressed as a whole
@SuppressWarnings("ArrayRecordComponent") // makers are never compared
record JoinedFiles(
    Supplier<RowEncoder> encoders, byte[] header, Supplier<RowCounter> counters, boolean packed)
    implements FileMaker {
  private static final int STEP = 256 << 10;

  @Override
  public RowEncoder encoder() {
    return encoders.get();
  }

  @Override
  public long make(Load load, Path target) throws IOException {
    RowCounter counter = counters.get();
    try (OutputStream file = new FileOutputStream(target.toFile());
        OutputStream out = packed ? new GZIPOutputStream(file, STEP) : file) {
      out.write(header);
      load.read((bytes, length) -> {
        counter.look(bytes, length);
        out.write(bytes, 0, length);
      });
    }
    return counter.rows();
  }
}
