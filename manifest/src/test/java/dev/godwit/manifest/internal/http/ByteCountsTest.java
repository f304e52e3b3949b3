package dev.godwit.manifest.internal.http;

import static dev.godwit.manifest.internal.http.Encoded.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much came over the wire, and how much that was once unpacked.
@Timeout(60)
class ByteCountsTest {
  /// Adds up what it hears.
  private static final class Sums implements ByteCounter {
    private long wire;
    private long plain;

    @Override
    public void received(long moreWire, long morePlain) {
      assertThat(moreWire).isNotNegative();
      wire += moreWire;
      plain += morePlain;
    }
  }

  private final Sums sums = new Sums();

  private void read(Sending sending, String url) throws IOException {
    Response response = sending.get(url);
    response.count(sums);
  }

  private void readAsItArrives(Sending sending, String url) throws IOException {
    try (InputStream body = open(sending, url)) {
      body.transferTo(OutputStream.nullOutputStream());
    }
  }

  private InputStream open(Sending sending, String url) throws IOException {
    Response response = sending.send(new Request("GET", url, Map.of(), null).forStream());
    response.count(sums);
    assertThat(sums.plain).isZero();
    return response.stream();
  }

  private static Answered packed(String encoding) throws IOException {
    return Answered.status(200).with("Content-Encoding", encoding).body(Encoded.by(encoding, LONG));
  }

  private void assertCounted(int wire, int plain) {
    assertThat(sums.wire).isEqualTo(wire);
    assertThat(sums.plain).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void packedBodiesAreCountedAsTheyCameAndAsTheyAre(String encoding) throws IOException {
    Answered answer = packed(encoding);
    try (Api api = Api.answering(asked -> answer);
        Sending sending = new Sending()) {
      read(sending, api.url("/"));
    }
    assertCounted(answer.body().length, LONG.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void soAreBodiesThatAreReadAsTheyArrive(String encoding) throws IOException {
    Answered answer = packed(encoding);
    try (Api api = Api.answering(asked -> answer);
        Sending sending = new Sending()) {
      readAsItArrives(sending, api.url("/"));
    }
    assertCounted(answer.body().length, LONG.length);
  }

  @Test
  void aBodyThatIsNotPackedCountsTheSameTwice() throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(200).body(LONG));
        Sending sending = new Sending()) {
      read(sending, api.url("/"));
    }
    assertCounted(LONG.length, LONG.length);
  }

  @Test
  void theSizesOfChunksAreNotCounted() throws IOException {
    String answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
    try (RawServer server = RawServer.sending(answer);
        Sending sending = new Sending()) {
      read(sending, server.url());
    }
    assertCounted(4, 4);
  }

  @Test
  void ofABodyThatIsGivenUpOnlyWhatWasReadCounts() throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(200).body(LONG));
        Sending sending = new Sending()) {
      try (InputStream body = open(sending, api.url("/"))) {
        assertThat(body.readNBytes(10)).hasSize(10);
      }
    }
    assertCounted(10, 10);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bodiesOverHttp2AreCountedAlike(boolean asTheyArrive, @TempDir Path folder) throws Exception {
    byte[] packed = Encoded.by("gzip", LONG);
    TestCertificate certificate = new TestCertificate(folder);
    Map<String, String> variables = Map.of("SSL_CERT_FILE", certificate.pem().toString());
    try (Http2Server server =
            new Http2Server(
                certificate,
                exchange -> {
                  exchange.head("gzip");
                  exchange.body(packed, true);
                });
        Sending sending = new Sending(variables)) {
      if (asTheyArrive) {
        readAsItArrives(sending, server.url("/"));
      } else {
        read(sending, server.url("/"));
      }
    }
    assertCounted(packed.length, LONG.length);
  }
}
