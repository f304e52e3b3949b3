package dev.godwit.storage.azure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.storage.Storage;
import dev.godwit.storage.StorageConformance;
import dev.godwit.storage.Storages;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class AzureStorageTest extends StorageConformance {
  private static Optional<AzureServer> server = Optional.empty();

  @BeforeAll
  static void start() {
    server = AzureServer.start();
    assumeTrue(server.isPresent(), "needs Node, and Azurite from npm");
  }

  @AfterAll
  static void stop() {
    server.ifPresent(AzureServer::close);
  }

  @Override
  protected Storage open(String folder) {
    AzureServer azure = server.orElseThrow();
    return Storages.open("az://" + azure.container() + "/" + folder, azure.variables());
  }
}
