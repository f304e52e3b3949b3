package dev.godwit.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Finds out what this process writes to.
final class TerminalProbe {
  private static final int DEFAULT_WIDTH = 80;
  private static final int BUFFER = 1 << 16;

  private TerminalProbe() {}

  static Terminal probe() {
    Map<String, String> variables = System.getenv();
    boolean dumb = "dumb".equals(variables.get("TERM"));
    boolean outLive = isTerminal(1);
    boolean errLive = isTerminal(2);
    int width = outLive || errLive ? width(variables) : Integer.MAX_VALUE;
    return new Terminal(
        channel(FileDescriptor.out, outLive, width, System.out.charset(), variables, dumb),
        channel(FileDescriptor.err, errLive, width, System.err.charset(), variables, dumb),
        variables,
        Path.of(""));
  }

  /// Files and pipes get UTF-8 whatever the locale, so that results are the same everywhere.
  private static Channel channel(
      FileDescriptor descriptor,
      boolean live,
      int width,
      Charset charset,
      Map<String, String> variables,
      boolean dumb) {
    Charset used = live ? charset : StandardCharsets.UTF_8;
    PrintStream stream =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), true, used);
    boolean colors = live && !dumb && variables.getOrDefault("NO_COLOR", "").isEmpty();
    return new Channel(
        stream,
        live && !dumb,
        live ? width : Integer.MAX_VALUE,
        new Style(colors, used.equals(StandardCharsets.UTF_8)));
  }

  /// Linux tells for each descriptor; elsewhere the JDK tells for the process as a whole.
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
  }

  private static int width(Map<String, String> variables) {
    int told = number(variables.getOrDefault("COLUMNS", ""));
    if (told > 0) {
      return told;
    }
    int asked = askedWidth();
    return asked > 0 ? asked : DEFAULT_WIDTH;
  }

  /// The JDK cannot tell the width; `stty` can. 0 where it is missing.
  private static int askedWidth() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
      return ended ? number(size.substring(size.indexOf(' ') + 1).strip()) : 0;
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
