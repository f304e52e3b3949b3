package dev.godwit.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows as UTF-8 JSON objects that lie in a shared page, usually the very bytes of an API's
/// response. Each row is one compact JSON object without line breaks between its tokens.
public final class JsonRows implements RecordBatch {
  private final Slice slice;
  private final byte[] page;
  private final int[] bounds;
  private final int[] nulls;
  private final int rows;
  private final long bytes;
  private final long emittedAt;
  private final @Nullable Map<Integer, RowFile> files;

  private JsonRows(JsonRows other, Slice slice) {
    this.slice = slice;
    this.page = other.page;
    this.bounds = other.bounds;
    this.nulls = other.nulls;
    this.rows = other.rows;
    this.bytes = other.bytes;
    this.emittedAt = other.emittedAt;
    this.files = other.files;
  }

  private JsonRows(Slice slice, byte[] page, Builder rows, long emittedAt) {
    this.slice = slice;
    this.page = page;
    this.bounds = rows.bounds;
    this.nulls = rows.nulls;
    this.rows = rows.rows;
    this.bytes = rows.bytes;
    this.emittedAt = emittedAt;
    this.files = rows.files;
  }

  @Override
  public Slice slice() {
    return slice;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public long emittedAt() {
    return emittedAt;
  }

  @Override
  public JsonRows first(int most) {
    Builder few = new Builder();
    for (int row = 0; row < Math.min(most, rows); row++) {
      few.add(this, row);
    }
    return new JsonRows(slice, page, few, emittedAt);
  }

  /// The same rows, over the same memory, in another slice.
  public JsonRows in(Slice other) {
    return new JsonRows(this, other);
  }

  /// The array that all rows lie in. Not to be changed.
  public byte[] page() {
    return page;
  }

  /// First byte of a row in {@link #page()}.
  public int start(int row) {
    return bounds[4 * row];
  }

  /// The byte after a row in {@link #page()}.
  public int end(int row) {
    return bounds[4 * row + 1];
  }

  /// Where the fields of rows that are null lie, as far as they are known: first byte of a field's
  /// key with its quote, byte after its value, and so on. Not to be changed.
  public int[] nulls() {
    return nulls;
  }

  /// Index in {@link #nulls} of a row's first field that is null; -1 when nobody has looked.
  public int firstNull(int row) {
    return bounds[4 * row + 2];
  }

  /// The index in {@link #nulls} after a row's last field that is null.
  public int nullEnd(int row) {
    return bounds[4 * row + 3];
  }

  /// The file that belongs to a row; null where there is none.
  public @Nullable RowFile file(int row) {
    return files == null ? null : files.get(row);
  }

  /// A row as text, for messages and tests.
  public String text(int row) {
    return new String(page, start(row), end(row) - start(row), StandardCharsets.UTF_8);
  }

  /// Collects rows of one page. Not thread-safe; dead after {@link #build}.
  public static final class Builder {
    private int[] bounds = new int[512];
    private int[] nulls = {};
    private int rows;
    private long bytes;
    private @Nullable Map<Integer, RowFile> files;

    /// Adds a row that may have fields that are null.
    public void add(int start, int end) {
      add(start, end, -1, -1);
    }

    /// Adds a row whose fields that are null are known.
    ///
    /// @param firstNull index of the first one in what {@link #nulls} is given
    /// @param nullEnd the index after the last one; `firstNull` when there is none
    public void add(int start, int end, int firstNull, int nullEnd) {
      if (4 * rows == bounds.length) {
        bounds = Arrays.copyOf(bounds, bounds.length * 2);
      }
      bounds[4 * rows] = start;
      bounds[4 * rows + 1] = end;
      bounds[4 * rows + 2] = firstNull;
      bounds[4 * rows + 3] = nullEnd;
      rows++;
      bytes += end - start;
    }

    /// Tells where fields that are null lie, as {@link JsonRows#nulls} has it.
    public void nulls(int[] places) {
      nulls = places;
    }

    /// Says which file belongs to the row that was added last.
    public void file(RowFile file) {
      Map<Integer, RowFile> known = files == null ? new HashMap<>() : files;
      known.put(rows - 1, file);
      files = known;
    }

    /// Adds a row of another batch over the same page, with its file. All rows added this way come
    /// from one batch.
    public void add(JsonRows other, int row) {
      nulls = other.nulls;
      add(other.start(row), other.end(row), other.firstNull(row), other.nullEnd(row));
      RowFile file = other.file(row);
      if (file != null) {
        file(file);
      }
    }

    public int rows() {
      return rows;
    }

    public long bytes() {
      return bytes;
    }

    /// The batch, or null when no row was added.
    public @Nullable JsonRows build(Slice slice, byte[] page, long emittedAt) {
      return rows == 0 ? null : new JsonRows(slice, page, this, emittedAt);
    }
  }
}
