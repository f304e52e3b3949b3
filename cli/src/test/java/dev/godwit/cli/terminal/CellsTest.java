package dev.godwit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void takesTheSequencesOutThatWouldSteerTheTerminal() {
    assertThat(Cells.harmless("red\u001b[31m\n\u009b2J")).isEqualTo("red\\u001b[31m\\n\\u009b2J");
  }

  @Test
  void measuresInColumns() {
    assertThat(Cells.width("abc")).isEqualTo(3);
    assertThat(Cells.width("日本")).isEqualTo(4);
    assertThat(Cells.width("e\u0301")).isEqualTo(1);
    assertThat(Cells.width("🚀")).isEqualTo(2);
  }

  @Test
  void clipsToColumns() {
    assertThat(Cells.clip("customers", 9, Style.PLAIN)).isEqualTo("customers");
    assertThat(Cells.clip("customers", 8, Style.PLAIN)).isEqualTo("custome…");
    assertThat(Cells.clip("日本語", 5, Style.PLAIN)).isEqualTo("日本…");
    assertThat(Cells.clip("customers", 0, Style.PLAIN)).isEmpty();
  }

  @Test
  void clipsTheBeginningWhereTheEndMatters() {
    assertThat(Cells.clipStart("customers", 9, Style.PLAIN)).isEqualTo("customers");
    assertThat(Cells.clipStart("customers", 8, Style.PLAIN)).isEqualTo("…stomers");
    assertThat(Cells.clipStart("日本語", 5, Style.PLAIN)).isEqualTo("…本語");
    assertThat(Cells.clipStart("customers", 1, Style.PLAIN)).isEqualTo("…");
  }

  @Test
  void clipsWithAsciiWhereNothingElseCanBeShown() {
    assertThat(Cells.clip("customers", 4, new Style(false, false))).isEqualTo("cus~");
  }
}
