package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.time.Sleeper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real connector, installed as users install it. Skipped, with the reason, where no Python fits
/// or the index of packages cannot be reached.
class FakerSyncTest {
  private static final String FAKER = "pip:airbyte-source-faker==7.2.1";

  @TempDir private Path folder;
  private SourceBuilder faker = Godwit.source(FAKER);

  @BeforeEach
  void install() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Surroundings world = new Surroundings(Clock.systemUTC(), Sleeper.real(), variables, Log.NONE);
    faker =
        Godwit.source(FAKER)
            .config(Map.of("count", 500, "seed", 7, "always_updated", false))
            .surroundings(world);
    try {
      assertThat(faker.check()).isEqualTo(CheckResult.OK);
    } catch (GodwitException e) {
      if (e.code().startsWith("launch.")) {
        abort("the package cannot be installed here: " + e.getMessage());
      }
      throw e;
    }
  }

  private SyncReport sync() {
    return faker
        .select("users", "products")
        .to("duckdb:" + folder.resolve("faker.duckdb"))
        .sync(SyncListener.SILENT);
  }

  private static long rows(SyncReport report, String stream) {
    return report.streams().stream()
        .filter(each -> each.plan().name().name().equals(stream))
        .mapToLong(each -> each.rows().committed())
        .sum();
  }

  @Test
  void theSecondSyncGoesOnFromTheFirst() {
    SyncReport first = sync();
    assertThat(first.succeeded()).isTrue();
    assertThat(rows(first, "users")).isEqualTo(500);
    assertThat(rows(first, "products")).isEqualTo(100);

    SyncReport second = sync();
    assertThat(second.succeeded()).isTrue();
    assertThat(rows(second, "users")).isZero();
  }
}
