package dev.godwit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.godwit.cli.terminal.Table.Column;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = new Table(List.of(Column.text("stream"), Column.number("rows")));

  @Test
  void alignsTextToTheLeftAndNumbersToTheRight() {
    table.row(List.of("customers", "1,000"));
    table.row(List.of("tags", "7"));

    assertThat(table.lines(channel(80, Style.PLAIN)))
        .containsExactly(
            "stream      rows", "─────────  ─────", "customers  1,000", "tags           7");
  }

  @Test
  void setsTheTotalApart() {
    table.row(List.of("customers", "1,000"));
    table.total(List.of("total", "1,000"));

    assertThat(table.lines(channel(80, Style.PLAIN)))
        .containsExactly(
            "stream      rows",
            "─────────  ─────",
            "customers  1,000",
            "─────────  ─────",
            "total      1,000");
  }

  @Test
  void squeezesTheWidestColumnIntoTheTerminal() {
    table.row(List.of("a stream with quite a long name", "1,000"));

    assertThat(table.lines(channel(20, Style.PLAIN)))
        .containsExactly("stream          rows", "─────────────  ─────", "a stream wit…  1,000")
        .allMatch(line -> Cells.width(line) <= 20);
  }

  @Test
  void neverLeavesTheTerminalEvenWithTooManyColumns() {
    Table wide = new Table(List.of(Column.text("aaaaaaaa"), Column.text("bbbbbbbb")));
    wide.row(List.of("12345678", "12345678"));

    assertThat(wide.lines(channel(10, Style.PLAIN))).allMatch(line -> Cells.width(line) <= 10);
  }

  @Test
  void paintsOnlyWhereColorsAreUnderstood() {
    table.row(List.of("customers", "1,000"));

    assertThat(table.lines(channel(80, new Style(true, true))).getFirst()).contains("\u001b[1m");
    assertThat(table.lines(channel(80, new Style(false, false))))
        .allMatch(line -> line.chars().allMatch(c -> c < 128 && c >= ' '));
  }

  @Test
  void refusesRowsThatDoNotFitTheColumns() {
    assertThatIllegalArgumentException().isThrownBy(() -> table.row(List.of("customers")));
  }

  private static Channel channel(int width, Style style) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Channel(nowhere, true, width, style);
  }
}
