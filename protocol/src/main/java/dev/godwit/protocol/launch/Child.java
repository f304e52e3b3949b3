package dev.godwit.protocol.launch;

import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.LastLines;
import dev.godwit.protocol.launch.process.Start;
import dev.godwit.protocol.launch.process.Watched;
import dev.godwit.protocol.launch.process.Watcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// One running call of a connector. Thread-safe, but for its streams.
///
/// What it says on standard error goes to the log, line by line. When the program has ended, what
/// it started is ended, too, and the files of the call are removed.
public final class Child implements AutoCloseable {
  private static final Pattern ALARMING =
      Pattern.compile("warn|error|exception|traceback|critical|fatal|panic");

  private final LastLines last = new LastLines();
  private final UnaryOperator<String> mask;
  private final Watched process;

  /// @param afterwards done when all of it has ended; gets whether it was stopped or killed
  Child(Start start, UnaryOperator<String> mask, Log log, Afterwards afterwards)
      throws IOException {
    this.mask = mask;
    this.process =
        Watched.start(
            start,
            new Watcher() {
              @Override
              public void said(String line) {
                String masked = note(line);
                log.write(level(masked), masked);
              }

              @Override
              public void ended(int exit, boolean stopped) {
                afterwards.run(exit, stopped);
              }
            });
  }

  /// What is done when all of a call has ended.
  @FunctionalInterface
  interface Afterwards {
    void run(int exit, boolean stopped);
  }

  private static Log.Level level(String line) {
    return ALARMING.matcher(line.toLowerCase(Locale.ROOT)).find() ? Log.Level.WARN : Log.Level.INFO;
  }

  /// Standard output, as it comes: nothing is read ahead, so a child whose output nobody reads
  /// waits. Ends when the program has ended.
  public InputStream output() {
    return process.output();
  }

  /// Standard input. Writing waits for a child that does not read, until it is closed or killed.
  public OutputStream input() {
    return process.input();
  }

  /// Waits until the program and all that it started have ended, and the last lines are complete.
  ///
  /// @return see {@link Exit}
  public int awaitExit() throws InterruptedException {
    return process.awaitExit();
  }

  /// Whether it was ended by {@link #kill()}, {@link #close()} or the end of Godwit.
  public boolean wasKilled() {
    return process.wasStopped();
  }

  /// The last twenty lines of standard error and of what was noted, without secrets, oldest first.
  public List<String> lastLines() {
    return last.all();
  }

  /// Keeps a line that the connector said otherwise, in a log message for example.
  ///
  /// @return the line without secrets
  public String note(String line) {
    String masked = mask.apply(line);
    last.add(masked);
    return masked;
  }

  /// Asks the program and all that it started to end, ends them by force when they don't, and waits
  /// until they have. Does nothing when it has ended. An interrupt is kept for later.
  public void kill() {
    process.stop();
  }

  /// As {@link #kill()}; then closes the streams.
  @Override
  public void close() {
    process.stop();
    closeQuietly(process.input());
    closeQuietly(process.output());
  }

  /// A pipe to a program that has ended cannot be flushed.
  private static void closeQuietly(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception e) {
      return;
    }
  }
}
