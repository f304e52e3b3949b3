package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.python.Literal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A table of templates with the values that the reference gave them.
final class RecordedTemplatesTest {
  private static final String CONFIG =
      """
      {'name': 'Ann', 'count': 3, 'price': 2.5, 'empty': '', 'none': None, 'flag': True,
       'list': [3, 1, 2], 'names': ['b', 'A', 'c'], 'nested': {'a': {'b': 'deep'}},
       'rows': [{'id': 1, 'name': 'x'}, {'id': 2, 'name': 'y'}, {'id': 2}], 'text': 'a,b,c',
       'date': '2024-01-31', 'stamp': '2024-01-31T10:11:12.123456+02:00', 'items': 'shadowed',
       'number_text': '12', 'literal': "[1, {'k': None}]", 'umlaut': 'Zürich 😀'}
      """;

  static Stream<Arguments> recordings() {
    try (InputStream file = RecordedTemplatesTest.class.getResourceAsStream("recorded.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.contains("  →  "))
          .map(line -> line.split("  →  ", 2))
          .map(parts -> Arguments.of(parts[0], parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void evaluatesAsTheReferenceDoes(String template, String value) {
    assertThat(Scopes.repr(template, Literal.parse(CONFIG))).isEqualTo(value);
  }
}
