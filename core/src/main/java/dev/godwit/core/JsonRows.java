package dev.godwit.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  private JsonRows(Slice slice, byte[] page, int[] bounds, int rows, long bytes, long emittedAt) {
    this.slice = slice;
    this.page = page;
    this.bounds = bounds;
    this.rows = rows;
    this.bytes = bytes;
    this.emittedAt = emittedAt;
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

  /// A row as text, for messages and tests.
  public String text(int row) {
    return new String(page, start(row), end(row) - start(row), StandardCharsets.UTF_8);
  }

  /// Collects rows of one page. Not thread-safe; dead after {@link #build}.
  public static final class Builder {
    private int[] bounds = new int[256];
    private int rows;
    private long bytes;

    public void add(int start, int end) {
      if (2 * rows == bounds.length) {
        bounds = Arrays.copyOf(bounds, bounds.length * 2);
      }
      bounds[2 * rows] = start;
      bounds[2 * rows + 1] = end;
      rows++;
      bytes += end - start;
    }

    public int rows() {
      return rows;
    }

    public long bytes() {
      return bytes;
    }

    /// The batch, or null when no row was added.
    public @Nullable JsonRows build(Slice slice, byte[] page, long emittedAt) {
      return rows == 0 ? null : new JsonRows(slice, page, bounds, rows, bytes, emittedAt);
    }
  }
}
