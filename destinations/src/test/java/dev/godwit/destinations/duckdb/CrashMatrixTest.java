package dev.godwit.destinations.duckdb;

import dev.godwit.testkit.CrashConformance;
import dev.godwit.testkit.TestedDestination;

class CrashMatrixTest extends CrashConformance {
  @Override
  protected Class<? extends TestedDestination> type() {
    return TestedDuckDb.class;
  }
}
