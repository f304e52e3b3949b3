package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(\\d+); a12b; 12",
        "/([-\\w]{20,})([/]?); https://x/abcdefghijklmnopqrstuvwxyz/; abcdefghijklmnopqrstuvwxyz",
        "(?P<first_name>\\w+) (?P=first_name); bye bye; bye",
        "(?i)(ä); Ä; Ä",
        "([[a]+); x[a[; '[a['",
        "(a{,2})b; aab; aa",
        "(a{x); a{x; a{x",
        "(\\w+)\\Z; 'ab cd'; cd",
        "([^]]+); 'a]b'; a",
        "x; x; ''",
        "(y); x; ''"
      })
  void findsTheFirstGroupAsPythonDoes(String pattern, String text, String group) {
    assertThat(Regex.of(pattern).searchGroup(text)).isEqualTo(group);
  }

  @Test
  void tellsAGroupThatTookNoPartFromAnEmptyOne() {
    assertThat(Regex.of("(a)?b").searchGroup("b")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "(\\w) (\\w), \\2-\\1, 'a b', b-a",
    "(?P<n>b), <\\g<n>>, abc, a<b>c",
    "b, \\n, abc, 'a\nc'",
    "x*, -, ab, -a-b-"
  })
  void replacesAsPythonDoes(String pattern, String replacement, String text, String result) {
    assertThat(Regex.of(pattern).substitute(text, replacement)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a", "*", "(?P<n>a)(?P=m)", "\\"})
  void refusesBrokenPatterns(String pattern) {
    assertThatExceptionOfType(PythonException.class).isThrownBy(() -> Regex.of(pattern));
  }
}
