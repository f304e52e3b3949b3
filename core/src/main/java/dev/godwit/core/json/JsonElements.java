package dev.godwit.core.json;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The elements that {@link JsonScanner} found, as slices of the page they lie in. Immutable once
/// handed out.
public final class JsonElements {
  private final byte[] page;
  private int[] bounds = new int[512];
  private int[] nulls = {};
  private int count;
  private boolean onlyObjects = true;
  private boolean compact = true;

  JsonElements(byte[] page) {
    this.page = page;
  }

  /// Adds an element.
  ///
  /// @param firstNull index in {@link JsonWalker#nulls} of the element's first field that is null;
  ///   -1 when that is not known
  /// @param nullEnd the index after its last one
  void add(int start, int end, boolean isCompact, int firstNull, int nullEnd) {
    if (4 * count == bounds.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
    }
    bounds[4 * count] = start;
    bounds[4 * count + 1] = end;
    bounds[4 * count + 2] = firstNull;
    bounds[4 * count + 3] = nullEnd;
    count++;
    onlyObjects &= page[start] == '{';
    compact &= isCompact;
  }

  /// Takes the places of null fields that the elements refer to.
  void nulls(int[] places) {
    nulls = places;
  }

  /// Forgets all elements after the first `kept`.
  void truncate(int kept) {
    count = kept;
    onlyObjects = true;
    for (int i = 0; i < count; i++) {
      onlyObjects &= kind(i) == JsonKind.OBJECT;
    }
  }

  /// The array that all elements lie in. Not to be changed.
  public byte[] page() {
    return page;
  }

  public int count() {
    return count;
  }

  /// First byte of an element in {@link #page()}.
  public int start(int element) {
    return bounds[4 * element];
  }

  /// The byte after an element in {@link #page()}.
  public int end(int element) {
    return bounds[4 * element + 1];
  }

  public JsonKind kind(int element) {
    return JsonKind.of(page[start(element)]);
  }

  /// Whether every element can be a row.
  public boolean onlyObjects() {
    return onlyObjects;
  }

  /// Whether no element holds white space between its tokens; only then can they be rows as they
  /// are.
  public boolean isCompact() {
    return compact;
  }

  /// The same elements without white space between their tokens: these, or copies in a page of
  /// their own.
  public JsonElements compacted() {
    if (compact) {
      return this;
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length += end(i) - start(i);
    }
    byte[] target = new byte[length];
    JsonElements copies = new JsonElements(target);
    int at = 0;
    for (int i = 0; i < count; i++) {
      int next = JsonCompactor.copy(page, start(i), end(i), target, at);
      copies.add(at, next, true, -1, -1);
      at = next;
    }
    return copies;
  }

  /// The elements as rows of a slice, compacted where needed; null when there are none.
  ///
  /// @param emittedAt milliseconds since 1970
  /// @throws IllegalArgumentException when some element is not an object
  public @Nullable JsonRows rows(Slice slice, long emittedAt) {
    if (!onlyObjects) {
      throw new IllegalArgumentException("only objects are rows");
    }
    JsonElements rows = compacted();
    JsonRows.Builder builder = new JsonRows.Builder();
    rows.addTo(builder);
    return builder.build(slice, rows.page, emittedAt);
  }

  /// Adds all elements to a batch over the same {@link #page()}.
  public void addTo(JsonRows.Builder builder) {
    builder.nulls(nulls);
    for (int i = 0; i < count; i++) {
      builder.add(start(i), end(i), bounds[4 * i + 2], bounds[4 * i + 3]);
    }
  }
}
