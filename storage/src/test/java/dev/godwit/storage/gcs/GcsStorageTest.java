package dev.godwit.storage.gcs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.storage.Storage;
import dev.godwit.storage.StorageConformance;
import dev.godwit.storage.Storages;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class GcsStorageTest extends StorageConformance {
  private static Optional<GcsServer> server = Optional.empty();

  @BeforeAll
  static void start() {
    server = GcsServer.start();
    assumeTrue(server.isPresent(), "needs Go, and fake-gcs-server as a module");
  }

  @AfterAll
  static void stop() {
    server.ifPresent(GcsServer::close);
  }

  @Override
  protected Storage open(String folder) {
    GcsServer google = server.orElseThrow();
    return Storages.open("gs://" + google.bucket() + "/" + folder, google.variables());
  }
}
