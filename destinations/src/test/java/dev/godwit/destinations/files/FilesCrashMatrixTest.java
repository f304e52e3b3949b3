package dev.godwit.destinations.files;

import dev.godwit.testkit.CrashConformance;
import dev.godwit.testkit.TestedDestination;
import java.nio.file.Path;

class FilesCrashMatrixTest extends CrashConformance {
  @Override
  protected Class<? extends TestedDestination> type() {
    return Jsonl.class;
  }

  static final class Jsonl extends TestedFiles {
    Jsonl(Path folder) {
      super("jsonl", folder);
    }
  }
}
