package dev.godwit.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.Message;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongLinesTest {
  private static final Limits LIMITS = new Limits(1 << 16, 1 << 20, 1 << 10);
  private static final String HEAD =
      "{\"type\":\"RECORD\",\"record\":{\"stream\":\"orders\",\"data\":{\"x\":\"";
  private static final String AFTER = "\nafter\n";

  /// A line of this length that is nowhere in memory, and a line after it.
  private static final class Endless extends InputStream {
    private final byte[] head;
    private final byte[] tail;
    private final long length;
    private long at;
    private int largest;

    Endless(String head, long length, String tail) {
      this.head = head.getBytes(StandardCharsets.UTF_8);
      this.tail = tail.getBytes(StandardCharsets.UTF_8);
      this.length = length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int count) {
      largest = Math.max(largest, target.length);
      if (at < head.length) {
        return copy(head, (int) at, target, offset, count);
      }
      if (at < length) {
        int filled = (int) Math.min(count, length - at);
        Arrays.fill(target, offset, offset + filled, (byte) 'x');
        at += filled;
        return filled;
      }
      int left = (int) (at - length);
      return left == tail.length ? -1 : copy(tail, left, target, offset, count);
    }

    private int copy(byte[] from, int start, byte[] target, int offset, int count) {
      int copied = Math.min(count, from.length - start);
      System.arraycopy(from, start, target, offset, copied);
      at += copied;
      return copied;
    }
  }

  @Test
  void aRecordOfOneGigabyteIsAnErrorThatNamesItsStream() {
    Endless input = new Endless(HEAD, 1L << 30, AFTER);
    assertThatThrownBy(() -> Wire.read(input, LIMITS))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.code()).isEqualTo("protocol.too-long");
              assertThat(error.describe()).contains("orders", "1048576").doesNotContain("xxx");
            });
    assertThat(input.largest).isLessThanOrEqualTo((1 << 20) + (1 << 14));
    assertThat(input.at).isLessThan(3 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"noise ", "{'type': 'RECORD', ", "[", "  {x"})
  void aLineOfOneGigabyteThatIsNoMessageIsCut(String head) {
    Endless input = new Endless(head, 1L << 30, AFTER);
    assertThat(Wire.logs(Wire.read(input, LIMITS)))
        .satisfiesExactly(
            log ->
                assertThat(log)
                    .startsWith("INFO " + head.strip())
                    .endsWith("xxx…")
                    .hasSizeLessThan(1100),
            log -> assertThat(log).isEqualTo("INFO after"));
    assertThat(input.largest).isEqualTo(1 << 16);
  }

  @Test
  void aRecordAsLongAsMayBeIsTaken() {
    String tail = "\"}}}";
    int row = LIMITS.line() - HEAD.length() - tail.length();
    String line = HEAD + "x".repeat(row) + tail;
    assertThat(Wire.words(Wire.read(line + "\n"))).isEqualTo(Wire.words(Wire.read(line)));
    Endless longest = new Endless(HEAD, LIMITS.line() - tail.length(), tail + AFTER);
    assertThat(Wire.words(Wire.read(longest, LIMITS))).isEqualTo(Wire.words(Wire.read(line)));
    Endless tooLong = new Endless(HEAD, LIMITS.line() - tail.length() + 1, tail + AFTER);
    assertThatThrownBy(() -> Wire.read(tooLong, LIMITS))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void pagesAreSmallAgainAfterALongRecord() {
    String tail = "\"}}}\n";
    Endless input = new Endless(HEAD, 1 << 19, tail + (HEAD + tail).repeat(20_000));
    assertThat(Wire.read(input, LIMITS))
        .filteredOn(message -> message instanceof Message.Rows)
        .extracting(message -> ((Message.Rows) message).rows().page().length)
        .contains(1 << 16)
        .last()
        .isEqualTo(1 << 16);
  }
}
