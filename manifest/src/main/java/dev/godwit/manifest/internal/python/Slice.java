package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `start:stop:step`; null for a part left out.
public record Slice(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {
  /// The slice of a string, list or tuple.
  ///
  /// @throws PythonException TYPE where `sequence` cannot be sliced
  Object of(Object sequence) {
    return switch (sequence) {
      case String text -> ofText(text);
      case List<?> list -> ofList(list);
      case Tuple tuple -> new Tuple(ofList(tuple.items()));
      case Bytes bytes -> ofBytes(bytes);
      default -> throw PythonException.type("unhashable type: 'slice'");
    };
  }

  private String ofText(String text) {
    Range range = range(Text.length(text));
    if (range.step == 1) {
      return range.count == 0 ? "" : Text.slice(text, range.first, range.first + range.count);
    }
    int[] codePoints = text.codePoints().toArray();
    StringBuilder out = new StringBuilder(range.count);
    for (int i = 0; i < range.count; i++) {
      out.appendCodePoint(codePoints[range.at(i)]);
    }
    return out.toString();
  }

  private List<@Nullable Object> ofList(List<?> list) {
    Range range = range(list.size());
    List<@Nullable Object> out = new ArrayList<>(range.count);
    for (int i = 0; i < range.count; i++) {
      out.add(list.get(range.at(i)));
    }
    return out;
  }

  private Bytes ofBytes(Bytes bytes) {
    Range range = range(bytes.length());
    byte[] out = new byte[range.count];
    for (int i = 0; i < range.count; i++) {
      out[i] = (byte) bytes.at(range.at(i));
    }
    return new Bytes(out);
  }

  private record Range(int first, int step, int count) {
    int at(int i) {
      return first + i * step;
    }
  }

  private Range range(int length) {
    int by = step == null ? 1 : bound(step);
    if (by == 0) {
      throw PythonException.value("slice step cannot be zero");
    }
    int lowest = by > 0 ? 0 : -1;
    int highest = by > 0 ? length : length - 1;
    int from = position(start, by > 0 ? lowest : highest, length, lowest, highest);
    int to = position(stop, by > 0 ? highest : lowest, length, lowest, highest);
    long distance = by > 0 ? (long) to - from : (long) from - to;
    long stride = Math.abs((long) by);
    int count = distance <= 0 ? 0 : (int) ((distance - 1) / stride) + 1;
    return new Range(from, by, count);
  }

  private static int position(
      @Nullable Object value, int absent, int length, int lowest, int highest) {
    if (value == null) {
      return absent;
    }
    long index = bound(value);
    return (int) Math.clamp(index < 0 ? index + length : index, (long) lowest, (long) highest);
  }

  private static int bound(Object value) {
    if (!Numbers.isInt(value)) {
      throw PythonException.type(
          "slice indices must be integers or None or have an __index__ method");
    }
    return Numbers.index(value);
  }
}
