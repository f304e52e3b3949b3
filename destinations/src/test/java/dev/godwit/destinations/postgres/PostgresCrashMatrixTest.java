package dev.godwit.destinations.postgres;

import dev.godwit.testkit.CrashConformance;
import dev.godwit.testkit.TestedDestination;

class PostgresCrashMatrixTest extends CrashConformance {
  @Override
  protected Class<? extends TestedDestination> type() {
    return TestedPostgres.class;
  }
}
