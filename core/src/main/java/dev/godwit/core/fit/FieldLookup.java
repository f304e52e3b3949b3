package dev.godwit.core.fit;

import dev.godwit.core.json.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known about fields, by their keys as bytes. Rows of a stream have the same keys in
/// nearly the same order, so a key is first compared with those that came next in earlier rows. For
/// one thread.
public final class FieldLookup<T> {
  private static final int GUESSES = 4;

  /// Keys that are remembered; of further ones the text is made each time.
  private static final int MOST_KEYS = 4096;

  private final Map<String, T> known;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Key<T>> keys = new ArrayList<>();
  private int next;

  public FieldLookup(Map<String, T> known) {
    this.known = Map.copyOf(known);
  }

  @SuppressWarnings("ArrayRecordComponent") // the record is never compared
  private record Key<T>(byte[] bytes, @Nullable T value) {
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

  /// How many fields something is known about.
  public int size() {
    return known.size();
  }

  /// Begins with another row.
  public void restart() {
    next = 0;
  }

  /// What is known about the field whose key stands here, without its quotes; null when nothing is.
  public @Nullable T of(byte[] page, int start, int end) {
    int last = Math.min(next + GUESSES, keys.size());
    for (int i = next; i < last; i++) {
      Key<T> guess = keys.get(i);
      if (guess.is(page, start, end - start)) {
        next = i + 1;
        return guess.value();
      }
    }
    return find(page, start, end);
  }

  private @Nullable T find(byte[] page, int start, int end) {
    String text = String.valueOf(JsonParser.LENIENT.parse(page, start - 1, end + 1));
    T value = known.get(text);
    Integer place = places.get(text);
    if (place != null) {
      next = place + 1;
    } else if (keys.size() < MOST_KEYS) {
      places.put(text, keys.size());
      keys.add(new Key<>(Arrays.copyOfRange(page, start, end), value));
      next = keys.size();
    }
    return value;
  }
}
