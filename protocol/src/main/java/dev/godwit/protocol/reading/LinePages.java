package dev.godwit.protocol.reading;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The input as pages with whole lines in them. What has been handed out stays as it is: a page is
/// written on, never over, unless nobody has taken anything out of it. For one thread.
final class LinePages {
  private final InputStream in;
  private final Limits limits;

  /// A page with less room is full: small reads cost as much as large ones.
  private final int least;

  private byte[] page;
  private int start;
  private int end;
  private int fill;
  private boolean ended;
  private boolean skipping;
  private boolean given;
  private long total;

  LinePages(InputStream in, Limits limits) {
    this.in = in;
    this.limits = limits;
    this.least = Math.min(1 << 13, limits.page() / 8);
    this.page = new byte[limits.page()];
  }

  byte[] page() {
    return page;
  }

  /// First byte of the next line.
  int start() {
    return start;
  }

  /// The byte after the last line that is whole, its line break included.
  int end() {
    return end;
  }

  boolean hasLine() {
    return start < end;
  }

  /// Goes on behind a line or a part of one.
  void move(int position) {
    start = position;
  }

  /// Whether there is nothing more to read. What is left over is then a line, though it has no line
  /// break.
  boolean hasEnded() {
    return ended;
  }

  /// Whether the page has no room to read into.
  boolean isFull() {
    return page.length - fill < least;
  }

  /// Whether the page holds nothing but the begin of one line.
  boolean isOneLine() {
    return start == 0;
  }

  /// Whether the line that begins here is longer than any may be. Only known for full pages.
  boolean isTooLong() {
    return fill - start > limits.line();
  }

  /// Bytes of the line that begins here, as far as they are there.
  int filled() {
    return fill;
  }

  /// Says that somebody has taken something out of this page.
  void give() {
    given = true;
  }

  /// Goes on in another page, with the begin of the next line.
  void turn() {
    int rest = fill - start;
    int size = rest + least <= limits.page() ? limits.page() : limits.page() + rest;
    byte[] next = given || page.length != size ? new byte[size] : page;
    System.arraycopy(page, start, next, 0, rest);
    page = next;
    given = false;
    start = 0;
    end = 0;
    fill = rest;
  }

  /// Makes room for a line that is longer than the page.
  void grow() {
    long most = (long) limits.line() + 1 + least;
    page = Arrays.copyOf(page, Math.toIntExact(Math.min(2L * page.length, most)));
  }

  /// Passes over the rest of the line that begins here, however long.
  void skip() {
    fill = start;
    skipping = true;
  }

  /// Whether reading would not wait.
  boolean isReady() {
    try {
      return in.available() > 0;
    } catch (IOException closed) {
      return false;
    }
  }

  /// Reads once; waits when there is nothing.
  ///
  /// @throws GodwitException SYSTEM `protocol.input`
  void read() {
    int from = fill;
    int count = fill();
    if (count < 0) {
      ended = true;
      end = fill;
      return;
    }
    fill += count;
    if (total < RawLine.MARK_LENGTH && total + count >= RawLine.MARK_LENGTH) {
      start = RawLine.afterMark(page);
    }
    total += count;
    if (skipping) {
      dropLine(from);
      from = start;
    }
    for (int i = fill - 1; i >= from; i--) {
      if (page[i] == '\n') {
        end = i + 1;
        return;
      }
    }
  }

  private int fill() {
    try {
      return in.read(page, fill, page.length - fill);
    } catch (IOException e) {
      throw GodwitException.system(
              "protocol.input", "The messages cannot be read: " + e.getMessage())
          .causedBy(e);
    }
  }

  private void dropLine(int from) {
    for (int i = from; i < fill; i++) {
      if (page[i] == '\n') {
        start = i + 1;
        end = start;
        skipping = false;
        return;
      }
    }
    fill = from;
  }
}
