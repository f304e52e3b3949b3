package dev.godwit.protocol.launch.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last lines that a program said, for the error that may follow. Thread-safe.
public final class LastLines {
  private static final int MOST = 20;

  private final Deque<String> lines = new ArrayDeque<>(MOST);

  /// One more line; the oldest goes where there are many, and the end of a very long one.
  public synchronized void add(String line) {
    if (lines.size() == MOST) {
      lines.removeFirst();
    }
    lines.addLast(
        line.length() > LineTap.LONGEST ? line.substring(0, LineTap.LONGEST) + "…" : line);
  }

  /// Oldest first.
  public synchronized List<String> all() {
    return List.copyOf(lines);
  }

  /// The lines as the end of a message: empty where there are none.
  public String afterwards() {
    List<String> said = all();
    return said.isEmpty() ? "" : " It said last:\n  " + String.join("\n  ", said);
  }
}
