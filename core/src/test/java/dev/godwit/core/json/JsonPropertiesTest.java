package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Trials;
import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonPropertiesTest {
  private static final String JSON = "{{}}[[]]\"\"\"::,,01e-.\\utrfalsn \n";

  @Test
  void whatIsWrittenIsReadBack() {
    Trials.run(
        1_000,
        random -> {
          Object value = new RandomJson(random).value(4);
          assertThat(JsonParser.STRICT.parse(JsonWriter.bytes(value))).isEqualTo(value);
        });
  }

  @Test
  void whiteSpaceBetweenTokensMeansNothing() {
    Trials.run(
        1_000,
        random -> {
          RandomJson json = new RandomJson(random);
          Object value = json.value(4);
          assertThat(JsonParser.STRICT.parse(json.spaced(value))).isEqualTo(value);
        });
  }

  @Test
  void theScannersSlicesAreTheParsersElements() {
    Trials.run(
        1_000,
        random -> {
          RandomJson json = new RandomJson(random);
          List<@Nullable Object> rows = json.list(3);
          Map<String, @Nullable Object> root = new LinkedHashMap<>(json.object(2));
          root.put("rows", rows);
          byte[] page = json.spaced(root).getBytes(StandardCharsets.UTF_8);
          JsonElements found = new JsonScanner(List.of("rows")).scan(page);
          assertThat(parsed(found)).isEqualTo(rows);
          JsonElements compact = found.compacted();
          assertThat(parsed(compact)).isEqualTo(rows);
          for (int i = 0; i < compact.count(); i++) {
            assertThat(compact.end(i) - compact.start(i))
                .isEqualTo(JsonWriter.bytes(rows.get(i)).length);
          }
        });
  }

  private static List<@Nullable Object> parsed(JsonElements elements) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < elements.count(); i++) {
      values.add(JsonParser.STRICT.parse(elements.page(), elements.start(i), elements.end(i)));
    }
    return values;
  }

  @Test
  void everyFieldIsFoundWithItsValue() {
    Trials.run(
        1_000,
        random -> {
          Map<String, @Nullable Object> row = new RandomJson(random).object(3);
          byte[] page = JsonWriter.bytes(row);
          row.forEach((key, value) -> {
            JsonField field = new JsonField(List.of(key));
            assertThat(field.find(page, 0, page.length)).isTrue();
            assertThat(JsonParser.STRICT.parse(page, field.start(), field.end())).isEqualTo(value);
          });
        });
  }

  @Test
  void copiesWithoutNullsHoldEverythingElse() {
    Trials.run(
        1_000,
        random -> {
          Map<String, @Nullable Object> row = new RandomJson(random).object(3);
          byte[] page = JsonWriter.bytes(row);
          JsonBuffer copy = new JsonBuffer();
          new JsonNulls().copyWithout(page, 0, page.length, copy);
          Map<String, @Nullable Object> kept = new LinkedHashMap<>(row);
          kept.values().removeIf(value -> value == null);
          assertThat(copy.toString()).isEqualTo(JsonWriter.text(kept));
        });
  }

  @Test
  void parsersAndScannerAgreeOnWhatIsJson() {
    Trials.run(
        20_000,
        random -> {
          RandomJson json = new RandomJson(random);
          byte[] text =
              json.mutilated(json.spaced(json.object(3)).getBytes(StandardCharsets.UTF_8));
          boolean strict = accepts(() -> JsonParser.STRICT.parse(text));
          boolean lenient = accepts(() -> JsonParser.LENIENT.parse(text));
          boolean scanned = accepts(() -> new JsonScanner(List.of("data")).scan(text));
          assertThat(strict).isEqualTo(scanned);
          assertThat(lenient || !strict).isTrue();
        });
  }

  @Test
  void nothingButGodwitsErrorComesOutOfNoise() {
    Trials.run(
        5_000,
        random -> {
          byte[] noise = noise(random);
          for (Runnable reading :
              List.<Runnable>of(
                  () -> JsonParser.STRICT.parse(noise),
                  () -> JsonParser.LENIENT.parse(noise),
                  () -> new JsonScanner(List.of()).scan(noise).compacted())) {
            accepts(reading);
          }
          byte[] half =
              noise.length == 0
                  ? noise
                  : new String(noise, StandardCharsets.ISO_8859_1)
                      .substring(noise.length / 2)
                      .getBytes(StandardCharsets.ISO_8859_1);
          assertThat(accepts(() -> new JsonField(List.of("a")).find(half, 0, half.length)))
              .isEqualTo(accepts(() -> new JsonScanner(List.of()).scan(half)));
        });
  }

  /// Bytes, half of the time such as JSON is made of.
  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(40)];
    random.nextBytes(noise);
    if (random.nextBoolean()) {
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (byte) JSON.charAt(Math.floorMod(noise[i], JSON.length()));
      }
    }
    return noise;
  }

  /// Whether a reading goes well; anything but {@link GodwitException} is let through and fails the
  /// test.
  private static boolean accepts(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (GodwitException e) {
      assertThat(e.code()).isEqualTo("json.syntax");
      return false;
    }
  }

  @Test
  void textsThatEndEarlyAreRefusedAtEveryLength() {
    Trials.run(
        200,
        random -> {
          byte[] page = JsonWriter.bytes(Map.of("data", new RandomJson(random).list(2)));
          for (int end = 0; end < page.length; end++) {
            int cut = end;
            assertThatThrownBy(() -> JsonParser.STRICT.parse(page, 0, cut))
                .isInstanceOf(GodwitException.class);
            assertThatThrownBy(() -> new JsonScanner(List.of("data")).scan(page, 0, cut))
                .isInstanceOf(GodwitException.class);
          }
        });
  }
}
