package dev.godwit.storage.gcs;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import com.google.auth.oauth2.GoogleCredentials;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.bucket.Address;
import dev.godwit.storage.bucket.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes Google's client, when it is first needed: to look for credentials may take a request.
final class GcsClient {
  static final Set<String> OPTIONS = Set.of("endpoint");

  private static final String READ_AND_WRITE =
      "https://www.googleapis.com/auth/devstorage.read_write";

  /// Held, or the levels would be forgotten.
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger(HttpTransport.class.getName()), Logger.getLogger("com.google.auth"));

  static {
    SILENT.stream().filter(log -> log.getLevel() == null).forEach(log -> log.setLevel(Level.OFF));
  }

  private final Address address;
  private final Map<String, String> variables;
  private @Nullable Storage client;

  GcsClient(Address address, Map<String, String> variables) {
    this.address = address;
    this.variables = variables;
  }

  synchronized Storage open() {
    Storage open = client;
    if (open == null) {
      open = make();
      client = open;
    }
    return open;
  }

  /// Servers other than Google's are for tests, and ask for no credentials.
  private Storage make() {
    String endpoint = address.option("endpoint");
    String server =
        endpoint == null ? variables.getOrDefault("STORAGE_EMULATOR_HOST", "") : endpoint;
    return server.isBlank()
        ? client(credentials()).build()
        : client(null).setRootUrl(root(server)).build();
  }

  private static Storage.Builder client(@Nullable GoogleCredentials credentials) {
    return new Storage.Builder(
            new NetHttpTransport(), GsonFactory.getDefaultInstance(), new GcsRequests(credentials))
        .setApplicationName("godwit");
  }

  private static String root(String server) {
    String address = server.contains("://") ? server : "http://" + server;
    return address.endsWith("/") ? address : address + "/";
  }

  private GoogleCredentials credentials() {
    try {
      GoogleCredentials found = found(variables.get("GOOGLE_APPLICATION_CREDENTIALS"));
      return found.createScopedRequired() ? found.createScoped(READ_AND_WRITE) : found;
    } catch (IOException e) {
      throw noCredentials(e);
    }
  }

  private static GoogleCredentials found(@Nullable String file) throws IOException {
    if (file == null || file.isBlank()) {
      return GoogleCredentials.getApplicationDefault();
    }
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      return GoogleCredentials.fromStream(content);
    }
  }

  private GodwitException noCredentials(IOException e) {
    return new Failures(address)
        .noCredentials(
            e,
            "Set GOOGLE_APPLICATION_CREDENTIALS to the file of a key, or log in with"
                + " `gcloud auth application-default login`.");
  }
}
