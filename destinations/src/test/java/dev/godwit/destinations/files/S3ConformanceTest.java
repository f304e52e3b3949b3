package dev.godwit.destinations.files;

import dev.godwit.storage.s3.S3Server;
import dev.godwit.testkit.DestinationConformance;
import dev.godwit.testkit.TestedDestination;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Parquet files in a bucket of a server that speaks S3.
class S3ConformanceTest extends DestinationConformance {
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
  protected TestedDestination create(Path place) {
    String address = "s3://%s%s".formatted(server.bucket(), place.toUri().getPath());
    return new TestedFiles("parquet", address, server.variables());
  }
}
