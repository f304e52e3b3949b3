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
  private final int rows;
  private final long bytes;
  private final long emittedAt;
  private final @Nullable Map<Integer, RowFile> files;

  private JsonRows(
      Slice slice,
      byte[] page,
      int[] bounds,
      int rows,
      long bytes,
      long emittedAt,
      @Nullable Map<Integer, RowFile> files) {
    this.slice = slice;
    this.page = page;
    this.bounds = bounds;
    this.rows = rows;
    this.bytes = bytes;
    this.emittedAt = emittedAt;
    this.files = files;
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

  /// The array that all rows lie in. Not to be changed.
  public byte[] page() {
    return page;
  }

  /// First byte of a row in {@link #page()}.
  public int start(int row) {
    return bounds[2 * row];
  }

  /// The byte after a row in {@link #page()}.
  public int end(int row) {
    return bounds[2 * row + 1];
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
    private int[] bounds = new int[256];
    private int rows;
    private long bytes;
    private @Nullable Map<Integer, RowFile> files;

    public void add(int start, int end) {
      if (2 * rows == bounds.length) {
        bounds = Arrays.copyOf(bounds, bounds.length * 2);
      }
      bounds[2 * rows] = start;
      bounds[2 * rows + 1] = end;
      rows++;
      bytes += end - start;
    }

    /// Says which file belongs to the row that was added last.
    public void file(RowFile file) {
      Map<Integer, RowFile> known = files == null ? new HashMap<>() : files;
      known.put(rows - 1, file);
      files = known;
    }

    /// Adds a row of another batch over the same page, with its file.
    public void add(JsonRows other, int row) {
      add(other.start(row), other.end(row));
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
      return rows == 0 ? null : new JsonRows(slice, page, bounds, rows, bytes, emittedAt, files);
    }
  }
}
