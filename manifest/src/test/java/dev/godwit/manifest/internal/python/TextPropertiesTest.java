package dev.godwit.manifest.internal.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

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

  @Property
  void aTextSplitsIntoTwoSlicesAtAnyPoint(@ForAll String text, @ForAll int at) {
    assertThat((String) slice(text, null, at, null) + slice(text, at, null, null)).isEqualTo(text);
  }

  @Property
  void reversingTwiceGivesTheTextBack(@ForAll @StringLength(max = 30) String text) {
    Assume.that(!Codecs.hasLoneSurrogate(text));
    assertThat(slice(slice(text, null, null, -1), null, null, -1)).isEqualTo(text);
  }

  @Property
  void slicesOfListsTakeWhatPythonsRuleSays(
      @ForAll @Size(max = 8) List<Integer> list,
      @ForAll @IntRange(min = -10, max = 10) int start,
      @ForAll @IntRange(min = -10, max = 10) int stop,
      @ForAll @IntRange(min = -4, max = 4) int step) {
    Assume.that(step != 0);
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
  }

  @Property
  void joiningWhatWasSplitGivesTheTextBack(
      @ForAll String text, @ForAll @NotEmpty @StringLength(max = 2) String separator) {
    assertThat(call(separator, "join", call(text, "split", separator))).isEqualTo(text);
    assertThat(call(separator, "join", call(text, "rsplit", separator))).isEqualTo(text);
  }

  @Property
  void partitioningKeepsEveryCharacter(
      @ForAll @StringLength(max = 9) String text,
      @ForAll @NotEmpty @StringLength(max = 1) String at) {
    assertThat(String.join("", texts(call(text, "partition", at)))).isEqualTo(text);
    assertThat(String.join("", texts(call(text, "rpartition", at)))).isEqualTo(text);
  }

  private static List<String> texts(Object tuple) {
    return ((Tuple) tuple).items().stream().map(Repr::str).toList();
  }

  @Property
  void theReprOfATextIsALiteralOfIt(@ForAll String text) {
    assertThat(Literal.parse(Repr.repr(text))).isEqualTo(text);
  }

  @Property
  void theReprOfNestedValuesIsALiteralOfThem(
      @ForAll @Size(max = 4) Map<@StringLength(max = 9) String, @Size(max = 4) List<Long>> map,
      @ForAll @Size(max = 4) List<Double> numbers,
      @ForAll boolean flag) {
    Assume.that(numbers.stream().allMatch(Double::isFinite));
    Object value = List.of(map, numbers, flag, Tuple.of("x"), Bytes.utf8("é'\""));
    assertThat(Equality.equal(Literal.parse(Repr.repr(value)), value)).isTrue();
  }

  @Property
  void jsonReadsBackWhatItWrote(
      @ForAll @Size(max = 4)
          Map<@StringLength(max = 9) String, @Size(max = 4) List<@StringLength(max = 9) String>>
              map,
      @ForAll long number) {
    List<Object> value = List.of(map, number);
    for (PythonJson json : List.of(PythonJson.DEFAULT, PythonJson.COMPACT.unicode())) {
      assertThat(PythonJsonReader.loads(json.dumps(value))).isEqualTo(value);
    }
  }

  @Property
  void strippingIsDoneOnce(@ForAll String text) {
    Object stripped = call(text, "strip");
    assertThat(call(stripped, "strip")).isEqualTo(stripped);
    assertThat(text).contains((String) stripped);
  }

  @Property
  void textsCompareByCodePoint(@ForAll String left, @ForAll String right) {
    Assume.that(!Codecs.hasLoneSurrogate(left) && !Codecs.hasLoneSurrogate(right));
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    assertThat(Integer.signum(Text.compare(left, right)))
        .isEqualTo(Integer.signum(Arrays.compare(a, b)));
  }

  @Property
  void replacingATextByItselfChangesNothing(
      @ForAll String text, @ForAll @StringLength(max = 2) String part) {
    Assume.that(!Codecs.hasLoneSurrogate(text));
    assertThat(StringSearch.replace(text, part, part, -1))
        .isEqualTo(part.isEmpty() ? StringSearch.replace(text, "", "", -1) : text);
  }

  @Property
  void quotedUrlsHaveOnlySafeCharacters(@ForAll String text) {
    Assume.that(!Codecs.hasLoneSurrogate(text));
    assertThat(Codecs.quotePlus(text)).matches("[A-Za-z0-9_.~%+-]*");
  }
}
