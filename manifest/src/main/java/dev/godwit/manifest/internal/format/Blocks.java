package dev.godwit.manifest.internal.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The block collections that are open, and in which columns they were and will be.
final class Blocks {
  static final int STEP = 2;

  private final Deque<Block> open = new ArrayDeque<>();

  /// @param implied whether it is a sequence that nothing opens or closes: its dashes stand in the
  ///   column of the mapping around it
  record Block(int was, int becomes, boolean sequence, boolean implied) {}

  void open(int column, boolean sequence) {
    open.push(new Block(column, inner(), sequence, false));
  }

  /// Opens a sequence if a dash stands where none is open.
  void dash(int column) {
    Block top = open.peek();
    if (top == null || !top.sequence()) {
      open.push(new Block(column, inner(), true, true));
    }
  }

  /// Closes the sequence that nothing closes, if there is one.
  void endDashes() {
    Block top = open.peek();
    if (top != null && top.implied()) {
      open.pop();
    }
  }

  void close() {
    endDashes();
    open.pop();
  }

  /// The column of what the innermost collection holds on lines of its own.
  int inner() {
    Block top = open.peek();
    return top == null ? 0 : top.becomes() + STEP;
  }

  /// The column of the innermost collection's keys or dashes.
  int outer() {
    Block top = open.peek();
    return top == null ? 0 : top.becomes();
  }

  /// The column in which the innermost collection was.
  int was() {
    Block top = open.peek();
    return top == null ? -1 : top.was();
  }

  /// All of them, the innermost first.
  List<Block> all() {
    return new ArrayList<>(open);
  }
}
