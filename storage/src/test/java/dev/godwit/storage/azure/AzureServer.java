package dev.godwit.storage.azure;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import dev.godwit.storage.ServerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A server that speaks the language of Azure's blobs: Microsoft's own Azurite, out of npm. It
/// checks signatures and keeps conditions. Its objects lie in memory and go when it is closed.
public final class AzureServer implements AutoCloseable {
  private static final String PACKAGE = "azurite@3.37.0";
  private static final String ACCOUNT = "godwit";
  private static final String KEY = "Z29kd2l0LXRlc3RzLWtleQ==";
  private static final String CONTAINER = "shop-data";
  private static final Pattern LISTENING =
      Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");

  private final ServerProgram program;

  private AzureServer(ServerProgram program) {
    this.program = program;
  }

  /// Starts a server with an empty container; empty where Node or the program can't be had.
  public static Optional<AzureServer> start() {
    return ServerProgram.fetch(
            PACKAGE.replace('@', '-'),
            List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", PACKAGE),
            Map.of())
        .map(AzureServer::start);
  }

  private static AzureServer start(Path folder) {
    try {
      ServerProgram program =
          ServerProgram.start(
              List.of(
                  "node",
                  folder.resolve("node_modules/azurite/dist/src/blob/main.js").toString(),
                  "--inMemoryPersistence",
                  "--blobPort",
                  "0",
                  "--skipApiVersionCheck",
                  "--disableTelemetry",
                  "--silent"),
              Map.of("AZURITE_ACCOUNTS", ACCOUNT + ":" + KEY),
              LISTENING);
      AzureServer server = new AzureServer(program);
      server.client().create();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A client of the server that is not the one to be tested.
  BlobContainerClient client() {
    return new BlobContainerClientBuilder()
        .connectionString(variables().get("AZURE_STORAGE_CONNECTION_STRING"))
        .containerName(CONTAINER)
        .buildClient();
  }

  /// `http://127.0.0.1:PORT/godwit`
  public String endpoint() {
    return "http://127.0.0.1:" + program.port() + "/" + ACCOUNT;
  }

  /// The container that is there from the beginning.
  public String container() {
    return CONTAINER;
  }

  /// The environment in which `az://…` leads to this server.
  public Map<String, String> variables() {
    return Map.of(
        "AZURE_STORAGE_CONNECTION_STRING",
        "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;BlobEndpoint=%s;"
            .formatted(ACCOUNT, KEY, endpoint()));
  }

  /// The same with a key instead of a connection string.
  Map<String, String> withKey() {
    return Map.of("AZURE_STORAGE_ACCOUNT", ACCOUNT, "AZURE_STORAGE_KEY", KEY);
  }

  @Override
  public void close() {
    program.close();
  }
}
