package dev.godwit.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureReportTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal = new Terminal(channel(out), channel(err), Map.of(), Path.of(""));

  @Test
  void saysWhereWhatAndWhatToDo() {
    GodwitException error =
        GodwitException.config("manifest.unknown-type", "There is no type Foo.")
            .at(Place.file("shop.yaml", 12, 5, "streams[0].retriever"))
            .hint("Did you mean Bar?");

    int exitCode = new FailureReport(terminal, false, false).print(error);

    assertThat(exitCode).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(text(err))
        .isEqualTo(
            """
            error: shop.yaml:12:5, streams[0].retriever: There is no type Foo.
              Did you mean Bar?
            """);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void callsADefectADefect() {
    int exitCode =
        new FailureReport(terminal, false, true).print(new ClassCastException("a is no b"));

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(text(err).lines()).hasSize(2);
    assertThat(text(err))
        .startsWith("error: This is a defect of Godwit: java.lang.ClassCastException: a is no b")
        .contains("--verbose");
    assertThat(ParsedJson.of(text(out)).object("error").value("code")).isEqualTo("defect");
  }

  @Test
  void showsTheWayToTheErrorWhereItIsAsked() {
    new FailureReport(terminal, true, false).print(new ClassCastException("a is no b"));

    assertThat(text(err)).contains("\tat dev.godwit.cli.failure.FailureReportTest");
  }

  private static Channel channel(ByteArrayOutputStream bytes) {
    return Channel.plain(new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
