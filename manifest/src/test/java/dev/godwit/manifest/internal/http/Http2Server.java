package dev.godwit.manifest.internal.http;

import dev.godwit.manifest.internal.Api;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http2.hpack.HPackDecoder;

/// A server that speaks nothing but HTTP/2, frame by frame, so that tests can misuse it.
final class Http2Server implements AutoCloseable {
  private static final String GREETING = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ACK = 1;

  /// What happens once a request has been made.
  @FunctionalInterface
  interface Treatment {
    void treat(Exchange exchange) throws IOException;
  }

  private final SSLServerSocket server;
  private final Treatment treatment;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final List<Integer> connections = new CopyOnWriteArrayList<>();

  Http2Server(TestCertificate certificate, Treatment treatment)
      throws IOException, GeneralSecurityException {
    this.treatment = treatment;
    server = (SSLServerSocket) certificate.context().getServerSocketFactory().createServerSocket();
    SSLParameters parameters = server.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    server.setSSLParameters(parameters);
    server.bind(Api.loopback());
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        SSLSocket connection = (SSLSocket) server.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(SSLSocket connection) {
    try (connection) {
      DataInputStream in = new DataInputStream(connection.getInputStream());
      DataOutputStream out = new DataOutputStream(connection.getOutputStream());
      byte[] greeting = in.readNBytes(GREETING.length());
      if (!GREETING.equals(new String(greeting, StandardCharsets.ISO_8859_1))) {
        return;
      }
      connections.add(connection.getPort());
      write(out, SETTINGS, 0, 0, new byte[0]);
      HPackDecoder headers = new HPackDecoder(8_192, StandardCharsets.ISO_8859_1);
      while (true) {
        readFrame(in, out, headers);
      }
    } catch (IOException | HttpException hungUp) {
      connections.add(-1);
    }
  }

  private void readFrame(DataInputStream in, DataOutputStream out, HPackDecoder headers)
      throws IOException, HttpException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    byte[] payload = in.readNBytes(length);
    switch (type) {
      case SETTINGS, PING -> {
        if ((flags & ACK) == 0) {
          write(out, type, ACK, 0, type == PING ? payload : new byte[0]);
        }
      }
      case HEADERS -> {
        Map<String, String> request = new TreeMap<>();
        for (Header header : headers.decodeHeaders(ByteBuffer.wrap(payload))) {
          request.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        asked.add(request);
        treatment.treat(new Exchange(out, stream, asked.size()));
      }
      default -> {}
    }
  }

  private static void write(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    synchronized (out) {
      out.writeByte(payload.length >> 16);
      out.writeShort(payload.length);
      out.writeByte(type);
      out.writeByte(flags);
      out.writeInt(stream);
      out.write(payload);
      out.flush();
    }
  }

  /// One request that waits for its answer.
  ///
  /// @param number of the request, counted from 1
  record Exchange(DataOutputStream out, int stream, int number) {
    /// Answers 200 with this body.
    void answer(String body) throws IOException {
      head();
      body(body, true);
    }

    /// Status 200, which is the eighth entry of the protocol's own table.
    void head() throws IOException {
      write(out, HEADERS, END_HEADERS, stream, new byte[] {(byte) 0x88});
    }

    /// Status 200 and a `Content-Encoding`, which is entry 26 of that table.
    void head(String encoding) throws IOException {
      ByteBuffer fields = ByteBuffer.allocate(4 + encoding.length());
      fields.put(new byte[] {(byte) 0x88, 0x0f, 26 - 15, (byte) encoding.length()});
      fields.put(encoding.getBytes(StandardCharsets.ISO_8859_1));
      write(out, HEADERS, END_HEADERS, stream, fields.array());
    }

    void body(String text, boolean last) throws IOException {
      body(text.getBytes(StandardCharsets.UTF_8), last);
    }

    void body(byte[] bytes, boolean last) throws IOException {
      write(out, DATA, last ? END_STREAM : 0, stream, bytes);
    }

    void reset(int code) throws IOException {
      write(out, RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(code).array());
    }

    /// @param last the last stream that is still answered
    void goAway(int last, int code) throws IOException {
      write(out, GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(last).putInt(code).array());
    }
  }

  /// The headers of all requests, names in lower case.
  List<Map<String, String>> asked() {
    return asked;
  }

  /// How many connections spoke HTTP/2.
  long connections() {
    return connections.stream().filter(port -> port > 0).count();
  }

  String url(String path) {
    return "https://localhost:" + server.getLocalPort() + path;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
