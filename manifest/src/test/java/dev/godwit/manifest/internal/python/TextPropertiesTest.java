package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TextPropertiesTest {
  private static Object call(Object self, String method, @Nullable Object... arguments) {
    List<@Nullable Object> values = new ArrayList<>();
    Collections.addAll(values, arguments);
    return Objects.requireNonNull(Members.invoke(self, method, Arguments.of(values)));
  }

  private static Object slice(
      Object value, @Nullable Integer start, @Nullable Integer stop, @Nullable Integer step) {
    return Subscript.slice(value, new Slice(wide(start), wide(stop), wide(step)));
  }

  private static @Nullable Object wide(@Nullable Integer number) {
    return number == null ? null : number.longValue();
  }

  @Test
  void aTextSplitsIntoTwoSlicesAtAnyPoint() {
    Trial.run(trial -> {
      String text = trial.text(40);
      int at = trial.between(-45, 45);
      assertThat((String) slice(text, null, at, null) + slice(text, at, null, null))
          .isEqualTo(text);
    });
  }

  @Test
  void reversingTwiceGivesTheTextBack() {
    Trial.run(trial -> {
      String text = trial.text(30);
      if (Codecs.hasLoneSurrogate(text)) {
        return;
      }
      assertThat(slice(slice(text, null, null, -1), null, null, -1)).isEqualTo(text);
    });
  }

  @Test
  void slicesOfListsTakeWhatPythonsRuleSays() {
    Trial.run(trial -> {
      List<Integer> list = trial.list(8, () -> trial.between(-99, 99));
      int start = trial.between(-10, 10);
      int stop = trial.between(-10, 10);
      int step = trial.between(-4, 4);
      if (step == 0) {
        return;
      }
      int n = list.size();
      int low = step > 0 ? 0 : -1;
      int high = step > 0 ? n : n - 1;
      int from = Math.clamp(start < 0 ? start + n : start, low, high);
      int to = Math.clamp(stop < 0 ? stop + n : stop, low, high);
      List<Integer> wanted = new ArrayList<>();
      for (int i = from; step > 0 ? i < to : i > to; i += step) {
        wanted.add(list.get(i));
      }
      assertThat(slice(list, start, stop, step)).isEqualTo(wanted);
    });
  }

  @Test
  void joiningWhatWasSplitGivesTheTextBack() {
    Trial.run(trial -> {
      String text = trial.text(40);
      String separator = trial.someText(2);
      assertThat(call(separator, "join", call(text, "split", separator))).isEqualTo(text);
      assertThat(call(separator, "join", call(text, "rsplit", separator))).isEqualTo(text);
    });
  }

  @Test
  void partitioningKeepsEveryCharacter() {
    Trial.run(trial -> {
      String text = trial.text(9);
      String at = trial.someText(1);
      assertThat(String.join("", texts(call(text, "partition", at)))).isEqualTo(text);
      assertThat(String.join("", texts(call(text, "rpartition", at)))).isEqualTo(text);
    });
  }

  private static List<String> texts(Object tuple) {
    return ((Tuple) tuple).items().stream().map(Repr::str).toList();
  }

  @Test
  void theReprOfATextIsALiteralOfIt() {
    Trial.run(trial -> {
      String text = trial.text(40);
      assertThat(Literal.parse(Repr.repr(text))).isEqualTo(text);
    });
  }

  @Test
  void theReprOfNestedValuesIsALiteralOfThem() {
    Trial.run(trial -> {
      Map<String, List<Long>> map = new LinkedHashMap<>();
      trial.list(4, () -> map.put(trial.text(9), trial.list(4, trial::whole)));
      List<Double> numbers = trial.list(4, trial::real);
      boolean flag = trial.flag();
      Object value = List.of(map, numbers, flag, Tuple.of("x"), Bytes.utf8("é'\""));
      assertThat(Equality.equal(Literal.parse(Repr.repr(value)), value)).isTrue();
    });
  }

  @Test
  void jsonReadsBackWhatItWrote() {
    Trial.run(trial -> {
      Map<String, List<String>> map = new LinkedHashMap<>();
      trial.list(4, () -> map.put(trial.text(9), trial.list(4, () -> trial.text(9))));
      long number = trial.whole();
      List<Object> value = List.of(map, number);
      for (PythonJson json : List.of(PythonJson.DEFAULT, PythonJson.COMPACT.unicode())) {
        assertThat(PythonJsonReader.loads(json.dumps(value))).isEqualTo(value);
      }
    });
  }

  @Test
  void strippingIsDoneOnce() {
    Trial.run(trial -> {
      String text = trial.text(40);
      Object stripped = call(text, "strip");
      assertThat(call(stripped, "strip")).isEqualTo(stripped);
      assertThat(text).contains((String) stripped);
    });
  }

  @Test
  void textsCompareByCodePoint() {
    Trial.run(trial -> {
      String left = trial.text(9);
      String right = trial.text(9);
      if (Codecs.hasLoneSurrogate(left) || Codecs.hasLoneSurrogate(right)) {
        return;
      }
      int[] a = left.codePoints().toArray();
      int[] b = right.codePoints().toArray();
      assertThat(Integer.signum(Text.compare(left, right)))
          .isEqualTo(Integer.signum(Arrays.compare(a, b)));
    });
  }

  @Test
  void replacingATextByItselfChangesNothing() {
    Trial.run(trial -> {
      String text = trial.text(40);
      String part = trial.text(2);
      if (Codecs.hasLoneSurrogate(text)) {
        return;
      }
      assertThat(StringSearch.replace(text, part, part, -1))
          .isEqualTo(part.isEmpty() ? StringSearch.replace(text, "", "", -1) : text);
    });
  }

  @Test
  void quotedUrlsHaveOnlySafeCharacters() {
    Trial.run(trial -> {
      String text = trial.text(40);
      if (Codecs.hasLoneSurrogate(text)) {
        return;
      }
      assertThat(Codecs.quotePlus(text)).matches("[A-Za-z0-9_.~%+-]*");
    });
  }
}
