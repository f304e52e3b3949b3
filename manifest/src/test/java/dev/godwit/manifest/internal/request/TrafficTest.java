package dev.godwit.manifest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Pause;
import dev.godwit.core.Traffic;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reading says it has cost its API.
class TrafficTest {
  private static final String ROWS = "[" + "{\"name\": \"the same again\"},".repeat(500) + "{}]";

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /// Lines are read as they arrive.
  @ParameterizedTest
  @ValueSource(strings = {"", "decoder: {type: JsonlDecoder}"})
  void packedAnswersCountAsTheyCameAndAsTheyAre(String decoder) throws IOException {
    Answered answer = Answered.json("").with("Content-Encoding", "gzip").body(packed(ROWS));
    try (Api api = Api.answering(asked -> answer)) {
      Reading reading = new Reading(api).retriever(decoder).read();

      assertThat(reading.rows()).isNotEmpty();
      assertThat(reading.traffic())
          .isEqualTo(new Traffic(1, 0, answer.body().length, ROWS.length(), Duration.ZERO));
    }
  }

  @Test
  void requestsThatFailedCountAndSoDoTheWaits() {
    Answered busy = Answered.status(503).body("busy");
    try (Api api = Api.answering(Api.inTurn(busy, busy, Answered.json("[{}]")))) {
      Reading reading = new Reading(api).read();

      Duration waited = Duration.ofMillis(Math.round(1_000 * waits(reading)));
      assertThat(reading.traffic()).isEqualTo(new Traffic(3, 2, 12, 12, waited));
    }
  }

  @Test
  void eachWaitIsToldWithItsReason() {
    Answered busy = Answered.status(503).body("busy");
    Answered tooMany = Answered.status(429).body("too many");
    try (Api api = Api.answering(Api.inTurn(busy, tooMany, Answered.json("[{}]")))) {
      Reading reading = new Reading(api).read();

      assertThat(reading.pauses())
          .extracting(Pause::reason)
          .containsExactly(Pause.Reason.RETRY, Pause.Reason.RATE_LIMIT);
      assertThat(reading.pauses())
          .extracting(pause -> pause.time().toMillis() / 1_000.0)
          .isEqualTo(reading.waits());
    }
  }

  private static double waits(Reading reading) {
    return reading.waits().stream().mapToDouble(Double::doubleValue).sum();
  }
}
