package dev.godwit.destinations.files;

import dev.godwit.testkit.DestinationConformance;
import dev.godwit.testkit.TestedDestination;
import java.nio.file.Path;

class AvroConformanceTest extends DestinationConformance {
  @Override
  protected TestedDestination create(Path place) {
    return new TestedAvro(place);
  }
}
