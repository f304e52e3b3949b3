package dev.godwit.manifest.internal.http;

import static dev.godwit.manifest.internal.http.Encoded.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
  private static byte[] undone(byte[] body, String header) throws IOException {
    try (InputStream plain = Encodings.undo(new ByteArrayInputStream(body), header)) {
      return plain.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip",
    "gzip, x-gzip",
    "gzip, GZip",
    "deflate, deflate",
    "raw, deflate",
    "br, br",
    "zstd, zstd",
  })
  void eachEncodingIsUndone(String encoding, String header) throws IOException {
    assertThat(undone(Encoded.by(encoding, LONG), header)).isEqualTo(LONG);
  }

  @Test
  void theLastEncodingIsUndoneFirst() throws IOException {
    byte[] twice = Encoded.by("gzip", Encoded.by("deflate", LONG));
    assertThat(undone(twice, "deflate, gzip")).isEqualTo(LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "compress", "utf-8"})
  void whatNobodyKnowsIsLeftAlone(String header) throws IOException {
    assertThat(undone(LONG, header)).isEqualTo(LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void nothingStaysNothing(String header) throws IOException {
    assertThat(undone(new byte[0], header)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void halfABodyIsAnError(String encoding) throws IOException {
    byte[] whole = Encoded.by(encoding, LONG);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> undone(half, encoding)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void anotherKindOfBodyIsAnError(String encoding) {
    assertThatThrownBy(() -> undone(LONG, encoding)).isInstanceOf(IOException.class);
  }

  /// The network pauses after each byte: the stream below always claims to have nothing more.
  @Test
  void allMembersOfAGzipBodyAreRead() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      members.write(Encoded.by("gzip", new byte[] {(byte) i}));
    }
    InputStream slow =
        new ByteArrayInputStream(members.toByteArray()) {
          @Override
          public synchronized int available() {
            return 0;
          }

          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }
        };
    try (InputStream plain = Encodings.undo(slow, "gzip")) {
      assertThat(plain.readAllBytes()).containsExactly(0, 1, 2);
    }
  }
}
