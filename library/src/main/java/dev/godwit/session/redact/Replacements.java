package dev.godwit.session.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces many texts in one pass, the longest first where several begin at the same place.
final class Replacements {
  /// Texts are looked up by their first characters.
  private static final int PREFIX = 4;

  private record Entry(String text, String replacement) {}

  private final Map<Long, List<Entry>> entries = new HashMap<>();

  /// @param text with four characters at least
  void add(String text, String replacement) {
    if (text.length() >= PREFIX && !text.equals(replacement)) {
      List<Entry> same = entries.computeIfAbsent(prefix(text, 0), _ -> new ArrayList<>());
      same.add(new Entry(text, replacement));
      same.sort(Comparator.comparingInt((Entry entry) -> entry.text().length()).reversed());
    }
  }

  private static long prefix(String text, int at) {
    long prefix = 0;
    for (int i = at; i < at + PREFIX; i++) {
      prefix = prefix << Character.SIZE | text.charAt(i);
    }
    return prefix;
  }

  String apply(String text) {
    StringBuilder out = null;
    int copied = 0;
    for (int at = 0; at + PREFIX <= text.length(); ) {
      Entry found = at(text, at);
      if (found == null) {
        at++;
        continue;
      }
      out = out == null ? new StringBuilder(text.length()) : out;
      out.append(text, copied, at).append(found.replacement());
      at += found.text().length();
      copied = at;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  /// What would take the place of the first text that is found; null where none is.
  @Nullable String firstIn(String text) {
    for (int at = 0; at + PREFIX <= text.length(); at++) {
      Entry found = at(text, at);
      if (found != null) {
        return found.replacement();
      }
    }
    return null;
  }

  private @Nullable Entry at(String text, int at) {
    List<Entry> same = entries.get(prefix(text, at));
    if (same != null) {
      for (Entry entry : same) {
        if (text.startsWith(entry.text(), at)) {
          return entry;
        }
      }
    }
    return null;
  }
}
