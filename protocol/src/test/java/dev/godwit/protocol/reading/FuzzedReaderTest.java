package dev.godwit.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonCheck;
import dev.godwit.core.json.JsonCompactor;
import dev.godwit.protocol.message.Message;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged input, in pieces of any size: the reader ends, in order or with an error, and says the
/// same however the bytes arrive.
class FuzzedReaderTest {
  private static final int ROUNDS = Integer.getInteger("mutations", 300);
  private static final String MARKS = "{}[]\",:\\\n\r 0e-";
  private static final Limits SMALL = new Limits(512, 2048, 64);

  /// What a reader made of an input: messages, lines of the log, and how it ended.
  private record Outcome(List<String> words, List<String> logs, String end) {}

  private static Outcome read(byte[] input, Random random, int most) {
    InputStream in = new Pieces(input, random, most, false);
    MessageReader reader = new MessageReader(in, SMALL, Wire.CLOCK);
    List<Message> messages = new ArrayList<>();
    String end = "end";
    try {
      for (Message next = reader.next(); next != null; next = reader.next()) {
        messages.add(next);
        if (next instanceof Message.Rows rows) {
          assertCompactJson(rows.rows());
        }
      }
    } catch (GodwitException e) {
      end = e.code() + " " + e.message();
    }
    return new Outcome(rowsByStream(messages), Wire.logs(messages), end);
  }

  private static void assertCompactJson(JsonRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      int start = rows.start(row);
      int end = rows.end(row);
      assertThat(new JsonCheck().passes(rows.page(), start, end)).as(rows.text(row)).isTrue();
      byte[] target = new byte[end - start];
      assertThat(JsonCompactor.copy(rows.page(), start, end, target, 0)).isEqualTo(end - start);
    }
  }

  /// Rows of different streams may change places where nothing stands between them.
  private static List<String> rowsByStream(List<Message> messages) {
    List<String> sorted = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (Message message : messages) {
      List<String> words = Wire.words(List.of(message));
      if (message instanceof Message.Rows) {
        run.addAll(words);
      } else if (!words.isEmpty() && !mayBeOvertaken(message)) {
        run.stream().sorted().forEach(sorted::add);
        run.clear();
        sorted.addAll(words);
      }
    }
    run.stream().sorted().forEach(sorted::add);
    return sorted;
  }

  private static boolean mayBeOvertaken(Message message) {
    return message instanceof Message.Estimate || message instanceof Message.Analytics;
  }

  private static byte[] input(Random random, Messages messages) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      text.append(
          random.nextInt(8) == 0
              ? "noise ".repeat(random.nextInt(150)) + "\n"
              : Wire.write(messages.next()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] damaged(byte[] input, Random random) {
    byte[] bytes = input.clone();
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) MARKS.charAt(random.nextInt(MARKS.length()));
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedInputGivesTheSameInPiecesOfEachSize(long seed) {
    Random random = new Random(seed);
    Messages messages = new Messages(random);
    int failed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = damaged(input(random, messages), random);
      Outcome whole = read(input, random, Integer.MAX_VALUE - 1);
      for (int most : new int[] {1, 7, 100, 700}) {
        assertThat(read(input, random, most))
            .as("seed %d, round %d, pieces of up to %d", seed, round, most)
            .isEqualTo(whole);
      }
      failed += whole.end.equals("end") ? 0 : 1;
    }
    assertThat(failed).isBetween(1, ROUNDS - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void bytesWithoutMeaningAreLinesOfTheLog(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = new byte[random.nextInt(3_000)];
      random.nextBytes(input);
      Outcome outcome = read(input, random, 1 + random.nextInt(1_000));
      assertThat(outcome.words).isEmpty();
      assertThat(outcome.end).isEqualTo("end");
    }
  }
}
