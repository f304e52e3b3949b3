package dev.godwit.destinations.internal.table;

import dev.godwit.core.json.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which fields of a row must have a certain type. Rows of a stream have the same keys in nearly
/// the same order, so a key is first compared with those that came next in earlier rows. For one
/// thread.
final class FieldTypes {
  private static final int GUESSES = 4;

  /// Keys that are remembered; of further ones the text is made each time.
  private static final int MOST_KEYS = 4096;

  private final Map<String, ColumnType> types;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Key> keys = new ArrayList<>();
  private int next;

  FieldTypes(Map<String, ColumnType> types) {
    this.types = types;
  }

  @SuppressWarnings("ArrayRecordComponent") // the record is never compared
  private record Key(byte[] bytes, @Nullable ColumnType type) {
    boolean is(byte[] page, int start, int length) {
      byte[] own = bytes;
      if (own.length != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (own[i] != page[start + i]) {
          return false;
        }
      }
      return true;
    }
  }

  /// How many fields have a type.
  int size() {
    return types.size();
  }

  /// Begins with another row.
  void restart() {
    next = 0;
  }

  /// The type of the field whose key stands here, without its quotes; null when it may hold
  /// anything.
  @Nullable ColumnType of(byte[] page, int start, int end) {
    int last = Math.min(next + GUESSES, keys.size());
    for (int i = next; i < last; i++) {
      Key guess = keys.get(i);
      if (guess.is(page, start, end - start)) {
        next = i + 1;
        return guess.type();
      }
    }
    return find(page, start, end);
  }

  private @Nullable ColumnType find(byte[] page, int start, int end) {
    String text = String.valueOf(JsonParser.LENIENT.parse(page, start - 1, end + 1));
    ColumnType type = types.get(text);
    Integer place = places.get(text);
    if (place != null) {
      next = place + 1;
    } else if (keys.size() < MOST_KEYS) {
      places.put(text, keys.size());
      keys.add(new Key(Arrays.copyOfRange(page, start, end), type));
      next = keys.size();
    }
    return type;
  }
}
