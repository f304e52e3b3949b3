package dev.godwit.destinations.duckdb;

import dev.godwit.testkit.DestinationConformance;
import dev.godwit.testkit.TestedDestination;
import java.nio.file.Path;

class DuckDbConformanceTest extends DestinationConformance {
  @Override
  protected TestedDestination create(Path place) {
    return new TestedDuckDb(place);
  }
}
