package dev.godwit.manifest.internal.path;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One step of a path.
sealed interface Segment {
  /// Whether the step may go through the key of an object, or the index of a list.
  boolean matches(Object key);

  /// A key that stands for itself; in a list, its decimal index, also counted from the end.
  record Key(String name) implements Segment {
    @Override
    public boolean matches(Object key) {
      return name.equals(key.toString())
          || (key instanceof ListIndex position && name.equals(position.fromEnd()));
    }
  }

  /// An index of a list, from its end where it is negative. It matches no key of an object.
  record Index(long index) implements Segment {
    @Override
    public boolean matches(Object key) {
      return key instanceof ListIndex position && position.is(index);
    }
  }

  /// Any key that fits a shell pattern.
  record Glob(String pattern, Pattern regex) implements Segment {
    @Override
    public boolean matches(Object key) {
      return regex.matcher(key.toString()).matches();
    }
  }

  /// `**`: any number of steps.
  record Stars() implements Segment {
    @Override
    public boolean matches(Object key) {
      return true;
    }
  }

  /// The position of an element, which is also known from the list's end.
  record ListIndex(int index, int size) {
    boolean is(long wanted) {
      return wanted == index || wanted == index - size;
    }

    /// The index that counts from the end: `-1` for the last element.
    String fromEnd() {
      return Integer.toString(index - size);
    }

    @Override
    public String toString() {
      return Integer.toString(index);
    }
  }

  /// Makes a step.
  ///
  /// @param part text, which may be a glob, or an integer
  static Segment of(@Nullable Object part) {
    return switch (part) {
      case Long index -> new Index(index);
      case String text when text.equals("**") -> new Stars();
      case String text when isGlob(text) -> new Glob(text, regex(text));
      case null -> new Key("None");
      default -> new Key(part.toString());
    };
  }

  static boolean isGlob(String text) {
    return text.contains("*") || text.contains("?") || text.contains("[");
  }

  private static Pattern regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (close > 0) {
        String set = glob.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        i = close;
      } else {
        regex.append(
            switch (c) {
              case '*' -> ".*";
              case '?' -> ".";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
