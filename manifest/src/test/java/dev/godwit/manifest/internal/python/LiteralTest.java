package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` 1 `|1",
        "(1)|1",
        "+5|5",
        "- 5|-5",
        "-(5)|-5",
        "1_000|1000",
        "12e3|12000.0",
        "1.|1.0",
        ".5|0.5",
        "09.5|9.5",
        "00|0",
        "0x_1F|31",
        "0b101|5",
        "1e999|inf",
        "1,2|(1, 2)",
        "1,|(1,)",
        "()|()",
        "True|True",
        "None|None",
        "[1,'a',]|[1, 'a']",
        "{'a':1,}|{'a': 1}",
        "{1: 2, 1.0: 3}|{1: 3}",
        "{1, 1.0}|{1}",
        "set()|set()",
        "'a' \"b\"|'ab'",
        "'''x'''|'x'",
        "r'\\d'|'\\\\d'",
        "u'x'|'x'",
        "b'\\xff'|b'\\xff'",
        "'\\x41\\u00e9\\N{BULLET}\\101'|'Aé•A'",
        "...|Ellipsis",
        "1 # note|1",
        "`[\n1\n]`|[1]",
        "`1\n`|1",
        "12345678901234567890123|12345678901234567890123"
      })
  void readsWhatPythonReads(String text, String repr) {
    assertThat(Repr.repr(Literal.parse(text))).isEqualTo(repr);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "00123",
        "1__0",
        "1_",
        "1_e5",
        "0x",
        "1 2",
        "2020-01-01",
        "1-2",
        "--5",
        "+True",
        "nan",
        "inf",
        "true",
        "null",
        "{\"a\": true}",
        "12:30",
        "1j",
        "'open",
        "'a\nb'",
        "[1",
        "1]",
        "\n 1",
        "'a' b'b'",
        "f'x'",
        "{[]: 1}",
        "{{1}}",
        "set(1)",
        "'\\x4'",
        "\u0660",
        "1\u00a0",
        "'\0'"
      })
  void leavesEverythingElse(String text) {
    assertThat(Literal.parse(text)).isEqualTo(Missing.MISSING);
  }
}
