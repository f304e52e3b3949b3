package dev.godwit.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The last lines of a channel, which are redrawn in place, and the lines that scroll by above
/// them. Each drawing is one write, so that it never shows half. Thread-safe.
public final class StatusArea {
  private static final String WRAP_OFF = "\u001b[?7l";
  private static final String WRAP_ON = "\u001b[?7h";
  private static final String ERASE_LINE = "\u001b[K";
  private static final String ERASE_BELOW = "\u001b[J";

  /// How long a passing remark is worth reading.
  private static final Duration MEMORY = Duration.ofSeconds(3);

  private final Channel channel;
  private final LongSupplier nanoTime;
  private List<String> shown = List.of();
  private String remark = "";
  private long remarked;

  public StatusArea(Channel channel) {
    this(channel, System::nanoTime);
  }

  /// Puts a clock like [System#nanoTime] in the place of the process's own.
  StatusArea(Channel channel, LongSupplier nanoTime) {
    this.channel = channel;
    this.nanoTime = nanoTime;
  }

  public Channel channel() {
    return channel;
  }

  /// Prints a line that stays.
  public synchronized void say(String line) {
    write(backToTop() + (shown.isEmpty() ? "" : ERASE_BELOW) + line + '\n' + area());
  }

  /// Takes a remark that matters only for a moment.
  public synchronized void remark(String text) {
    remark = text;
    remarked = nanoTime.getAsLong();
  }

  /// The latest remark, or nothing when it is old.
  public synchronized Optional<String> remark() {
    boolean fresh = nanoTime.getAsLong() - remarked < MEMORY.toNanos();
    return fresh && !remark.isEmpty() ? Optional.of(remark) : Optional.empty();
  }

  /// Draws these lines in the place of the ones shown before. For live channels.
  public synchronized void show(List<String> lines) {
    String back = backToTop();
    shown = List.copyOf(lines);
    write(back + area());
  }

  /// Wipes the lines that were shown.
  public synchronized void clear() {
    if (!shown.isEmpty()) {
      write(backToTop() + ERASE_BELOW);
      shown = List.of();
    }
  }

  private String backToTop() {
    return shown.isEmpty() ? "" : "\u001b[" + shown.size() + "A\r";
  }

  private String area() {
    if (shown.isEmpty()) {
      return "";
    }
    StringBuilder area = new StringBuilder(WRAP_OFF);
    shown.forEach(line -> area.append(line).append(ERASE_LINE).append('\n'));
    return area.append(ERASE_BELOW).append(WRAP_ON).toString();
  }

  private void write(String text) {
    PrintStream stream = channel.stream();
    stream.print(text);
    stream.flush();
  }
}
