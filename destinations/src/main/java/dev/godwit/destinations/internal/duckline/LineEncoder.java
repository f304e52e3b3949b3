package dev.godwit.destinations.internal.duckline;

import dev.godwit.core.JsonRows;
import dev.godwit.core.fit.RowCheck;
import dev.godwit.core.fit.ValueFit;
import dev.godwit.core.fit.ValueSize;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.ParsedRow;
import dev.godwit.destinations.internal.table.RowFitter;
import dev.godwit.destinations.internal.table.TableShape;

/// Turns rows into staged lines: by copying their bytes where that is safe, which is nearly always,
/// and value by value where it is not. For one thread.
public final class LineEncoder implements RowEncoder {
  private static final int FIRST_CAPACITY = 256 << 10;

  private final TableShape shape;
  private final RowCheck check;
  private final RowFitter fitter;
  private final JsonBuffer target = new JsonBuffer(FIRST_CAPACITY);
  private boolean changes;
  private int longestLine;

  public LineEncoder(TableShape shape) {
    this.shape = shape;
    this.check = new RowCheck(shape.types());
    this.fitter = new RowFitter(shape, ValueFit::fit, StagedLine.READABLE::of);
  }

  @Override
  public boolean hasChanges() {
    return changes;
  }

  @Override
  public int longestRow() {
    return longestLine;
  }

  @Override
  public JsonBuffer encode(JsonRows rows) {
    target.clear();
    byte[] prefix = StagedLine.prefix(rows.emittedAt());
    byte[] page = rows.page();
    boolean rewrites = shape.rewrites();
    for (int row = 0; row < rows.rows(); row++) {
      int start = rows.start(row);
      int end = rows.end(row);
      int before = target.length();
      if (shape.wholeRow()) {
        StagedLine.writeWhole(prefix, page, start, end, target);
      } else if (rewrites || end - start > ValueSize.MOST || !check.fits(page, start)) {
        fit(page, start, end, rows.emittedAt());
      } else {
        StagedLine.write(prefix, page, start, end, target);
      }
      longestLine = Math.max(longestLine, target.length() - before);
    }
    return target;
  }

  private void fit(byte[] page, int start, int end, long emittedAt) {
    RowFitter.Fitted fitted = fitter.fit(ParsedRow.of(page, start, end));
    changes |= !fitted.changes().isEmpty();
    StagedLine.write(fitted, emittedAt, target);
  }
}
