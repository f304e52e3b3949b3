package dev.godwit.storage.gcs;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.Bucket;
import dev.godwit.storage.ServerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A server that speaks the language of Google Cloud Storage: fake-gcs-server, as a Go module. It
/// keeps conditions and asks for no credentials. Its objects lie in memory and go when it is
/// closed.
public final class GcsServer implements AutoCloseable {
  private static final String MODULE = "github.com/fsouza/fake-gcs-server@v1.56.1";
  private static final String BUCKET = "shop-data";
  private static final Pattern STARTED =
      Pattern.compile("started at http://127\\.0\\.0\\.1:(\\d+)");

  private final ServerProgram program;

  private GcsServer(ServerProgram program) {
    this.program = program;
  }

  /// Starts a server with an empty bucket; empty where Go or the module can't be had.
  public static Optional<GcsServer> start() {
    return ServerProgram.fetch(
            "fake-gcs-server-1.56.1", List.of("go", "install", MODULE), Map.of("GOBIN", "{}"))
        .map(GcsServer::start);
  }

  private static GcsServer start(Path folder) {
    try {
      String port = Integer.toString(freePort());
      ServerProgram program =
          ServerProgram.start(
              List.of(
                  folder.resolve("fake-gcs-server").toString(),
                  "-backend",
                  "memory",
                  "-scheme",
                  "http",
                  "-host",
                  "127.0.0.1",
                  "-port",
                  port,
                  "-external-url",
                  "http://127.0.0.1:" + port,
                  "-public-host",
                  "127.0.0.1:" + port),
              Map.of(),
              STARTED);
      GcsServer server = new GcsServer(program);
      server.client().buckets().insert("godwit", new Bucket().setName(BUCKET)).execute();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// A client of the server that is not the one to be tested.
  Storage client() {
    return new Storage.Builder(
            new NetHttpTransport(), GsonFactory.getDefaultInstance(), request -> {})
        .setApplicationName("test")
        .setRootUrl(endpoint() + "/")
        .build();
  }

  /// `http://127.0.0.1:PORT`
  public String endpoint() {
    return "http://127.0.0.1:" + program.port();
  }

  /// The bucket that is there from the beginning.
  public String bucket() {
    return BUCKET;
  }

  /// The environment in which `gs://…` leads to this server.
  public Map<String, String> variables() {
    return Map.of("STORAGE_EMULATOR_HOST", endpoint());
  }

  @Override
  public void close() {
    program.close();
  }
}
