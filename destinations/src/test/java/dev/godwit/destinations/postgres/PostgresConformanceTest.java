package dev.godwit.destinations.postgres;

import dev.godwit.testkit.DestinationConformance;
import dev.godwit.testkit.TestedDestination;
import java.nio.file.Path;

class PostgresConformanceTest extends DestinationConformance {
  private final TestDatabase database = TestDatabase.create();

  @Override
  protected TestedDestination create(Path place) {
    return TestedPostgres.schema(database, place);
  }
}
