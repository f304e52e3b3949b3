package dev.godwit.manifest.internal.format;

import java.util.ArrayList;
import java.util.List;

/// A text by code points, which is how the scanner counts, and by lines.
final class SourceText {
  private final int[] points;

  /// Where each line begins.
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  SourceText(String text) {
    points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (isBreak(points[i]) && !(points[i] == '\r' && at(i + 1) == '\n')) {
        starts.add(i + 1);
      }
    }
    if (starts.size() > 1 && starts.getLast() == points.length) {
      starts.removeLast();
    }
  }

  boolean endsWithBreak() {
    return points.length > 0 && isBreak(points[points.length - 1]);
  }

  private static boolean isBreak(int point) {
    return switch (point) {
      case '\n', '\r', 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  private int at(int index) {
    return index < points.length ? points[index] : -1;
  }

  int lines() {
    return starts.size();
  }

  /// The line that holds a position.
  int lineOf(int index) {
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts.get(middle) <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int start(int line) {
    return starts.get(line);
  }

  /// Where a line ends, its break left out.
  int end(int line) {
    int end = line + 1 < starts.size() ? starts.get(line + 1) : points.length;
    while (end > starts.get(line) && isBreak(points[end - 1])) {
      end--;
    }
    return end;
  }

  String line(int line) {
    return slice(start(line), end(line));
  }

  /// What ends a line. Breaks that only YAML knows stay as they are; the others become one.
  String lineBreak(int line) {
    int after = end(line);
    return after < points.length && points[after] > 0x7f ? slice(after, after + 1) : "\n";
  }

  String slice(int from, int to) {
    return new String(points, from, to - from);
  }

  /// The number of spaces that a line begins with.
  int indent(int line) {
    int end = end(line);
    int index = start(line);
    while (index < end && points[index] == ' ') {
      index++;
    }
    return index - start(line);
  }

  boolean isBlank(int line) {
    return line(line).chars().allMatch(character -> character == ' ' || character == '\t');
  }
}
