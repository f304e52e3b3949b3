package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Main;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorsTest {
  private static final String ESCAPE = "\u001b[";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void reachOnlyTheChannelThatShowsThem() {
    run(painted(out), Channel.plain(stream(err)), "snyc");
    run(painted(out), Channel.plain(stream(err)));
    run(painted(out), Channel.plain(stream(err)), "sync", "--help");

    assertThat(text(err)).contains("Usage:").doesNotContain(ESCAPE);
    assertThat(text(out)).contains(ESCAPE);
  }

  @Test
  void marksErrorsOnATerminal() {
    run(Channel.plain(stream(out)), painted(err), "snyc");
    run(Channel.plain(stream(out)), painted(err), "sync", "--help");

    assertThat(text(err)).contains(ESCAPE);
    assertThat(text(out)).contains("Usage:").doesNotContain(ESCAPE);
  }

  private static void run(Channel out, Channel err, String... args) {
    assertThat(Main.run(new Terminal(out, err, Map.of(), Path.of("")), args)).isIn(0, 2);
  }

  private static Channel painted(ByteArrayOutputStream bytes) {
    return new Channel(stream(bytes), true, 80, new Style(true, true));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
