package dev.godwit.destinations.internal.duckline;

import dev.godwit.core.fit.ValueFit;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagingFolder;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Rewrites a load that DuckDB refused, every row value by value. Slow, and only as slow as the
/// load is large.
public final class Refit {
  private static final int WRITE_AT = 1 << 20;

  private Refit() {}

  /// The same rows in a form that DuckDB reads.
  public static Load of(Load refused, TableShape shape, StagingFolder folder) {
    Path file = folder.newFile();
    // A line may grow where values become text; escapes at most double it.
    Load cast = new Load(List.of(file), true, 2 * refused.longestRow());
    RowFitter fitter = new RowFitter(shape, ValueFit::fit, StagedLine.READABLE::of);
    JsonBuffer buffer = new JsonBuffer(WRITE_AT);
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      for (Path lines : refused.files()) {
        copy(lines, fitter, buffer, out);
      }
      buffer.writeTo(out);
      return cast;
    } catch (IOException e) {
      cast.close();
      throw folder.failed(e);
    } catch (RuntimeException e) {
      cast.close();
      throw e;
    }
  }

  private static void copy(Path lines, RowFitter fitter, JsonBuffer buffer, OutputStream out)
      throws IOException {
    try (InputStream in = new BufferedInputStream(new FileInputStream(lines.toFile()), WRITE_AT)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        byte[] bytes = line.toByteArray();
        line.reset();
        Map<?, ?> fields = StagedLine.fields(bytes);
        StagedLine.write(fitter.refit(fields), StagedLine.emittedAt(bytes), buffer);
        if (buffer.length() > WRITE_AT) {
          buffer.writeTo(out);
          buffer.clear();
        }
      }
    }
  }
}
