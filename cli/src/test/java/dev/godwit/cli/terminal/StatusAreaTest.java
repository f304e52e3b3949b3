package dev.godwit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StatusAreaTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicLong nanoTime = new AtomicLong(42);
  private final StatusArea area =
      new StatusArea(
          new Channel(
              new PrintStream(written, true, StandardCharsets.UTF_8), true, 80, Style.PLAIN),
          nanoTime::get);

  @Test
  void drawsOverWhatItShowedBefore() {
    area.show(List.of("one", "two"));
    written.reset();

    area.show(List.of("three"));

    assertThat(text()).startsWith("\u001b[2A\r").contains("three\u001b[K\n").contains("\u001b[J");
  }

  @Test
  void putsLinesThatStayAboveTheOnesThatAreRedrawn() {
    area.show(List.of("one"));
    written.reset();

    area.say("a warning");

    assertThat(text()).startsWith("\u001b[1A\r\u001b[Ja warning\n").contains("one\u001b[K\n");
  }

  @Test
  void wipesWhatItShowed() {
    area.show(List.of("one", "two", "three"));
    written.reset();

    area.clear();
    area.clear();

    assertThat(text()).isEqualTo("\u001b[3A\r\u001b[J");
  }

  @Test
  void printsPlainLinesWhileNothingIsShown() {
    area.say("a line");

    assertThat(text()).isEqualTo("a line\n");
  }

  @Test
  void forgetsRemarksAfterAMoment() {
    assertThat(area.remark()).isEmpty();

    area.remark("waiting for the API");
    assertThat(area.remark()).hasValue("waiting for the API");

    nanoTime.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(area.remark()).isEmpty();
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
