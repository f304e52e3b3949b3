package dev.godwit.storage.s3;

import dev.godwit.storage.Storage;
import dev.godwit.storage.StorageConformance;
import dev.godwit.storage.Storages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class S3StorageTest extends StorageConformance {
  private static S3Server server;

  @BeforeAll
  static void start() {
    server = S3Server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected Storage open(String folder) {
    return Storages.open("s3://" + server.bucket() + "/" + folder, server.variables());
  }
}
