package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.Godwit;
import dev.godwit.core.json.JsonParser;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Godwit's connectors run by PyAirbyte: a Python that has the package `airbyte` is named by
/// `-Dpyairbyte.python`.
class PyAirbyteTest {
  private static final @Nullable String PYTHON = System.getProperty("pyairbyte.python");

  /// Reads all streams into a cache, and prints how many rows came.
  private static final String READ =
      """
      import json, sys
      from pathlib import Path
      import airbyte as ab
      from airbyte.caches import DuckDBCache
      config = json.loads(Path("config.json").read_text())
      source = ab.get_source("source-shop", config=config, local_executable=Path("source-shop").absolute())
      source.check()
      source.select_all_streams()
      cache = DuckDBCache(db_path="cache.duckdb", schema_name="main")
      result = source.read(cache=cache)
      rows = {name: len(list(cache[name])) for name in sorted(result.streams)}
      Path(sys.argv[1]).write_text(json.dumps({"read": result.processed_records, "rows": rows}))
      """;

  @TempDir private Path folder;

  @BeforeEach
  void needsPyAirbyte() throws IOException {
    assumeTrue(PYTHON != null, "no PyAirbyte: set -Dpyairbyte.python");
    Files.writeString(folder.resolve("registry.json"), "{\"sources\":[],\"destinations\":[]}");
  }

  @Test
  void aSourceIsReadIntoACacheAndTheSecondTimeOnlyWhatChanged() throws Exception {
    try (ShopVisit visit = ShopVisit.in(folder)) {
      program("source-shop", folder.resolve("demo.yaml").toString());
      Files.writeString(
          folder.resolve("config.json"),
          "{\"url\":\"%s\",\"api_token\":\"%s\"}".formatted(visit.url(), ShopApi.TOKEN));
      Files.writeString(folder.resolve("read.py"), READ);

      Map<?, ?> first = python("first.json", "read.py", "first.json");
      visit.passADay();
      Map<?, ?> second = python("second.json", "read.py", "second.json");

      assertThat((Long) first.get("read")).isEqualTo(sum(first));
      assertThat((Long) second.get("read")).isPositive().isLessThan((Long) first.get("read"));
      assertThat(sum(second)).isGreaterThan(sum(first));
    }
  }

  private static long sum(Map<?, ?> read) {
    return ((Map<?, ?>) read.get("rows")).values().stream().mapToLong(rows -> (Long) rows).sum();
  }

  @Test
  void allItsScenariosLandInDuckDb() throws Exception {
    Path database = folder.resolve("smoke.duckdb");

    Map<?, ?> result = smoke("destination-duckdb", "{destination_path: '%s'}".formatted(database));

    assertThat(result.get("success")).as("%s", result).isEqualTo(true);
    String schema = String.valueOf(result.get("namespace"));
    assertThat(rows(database, schema, "large_batch_stream")).isEqualTo(1000L);
    assertThat(rows(database, schema, "duplicate_primary_keys")).isEqualTo(3L);
    assertThat(rows(database, schema, "schema_with_no_primary_key")).isEqualTo(3L);
    assertThat(rows(database, schema, "empty_stream")).isEqualTo(0L);
  }

  private static Object rows(Path database, String schema, String table) {
    String sql = "select count(*) from \"%s\".\"%s\"".formatted(schema, table);
    try (DuckDbQuery query = Godwit.query(database.toString(), sql)) {
      return query.next().getFirst();
    }
  }

  @Test
  void allItsScenariosLandInPostgres() throws Exception {
    try (ShopPostgres postgres = ShopPostgres.start()) {
      Map<?, ?> result = smoke("destination-postgres", postgres.airbyteConfig());

      assertThat(result.get("success")).as("%s", result).isEqualTo(true);
      Map<?, ?> tables = (Map<?, ?>) result.get("table_statistics");
      assertThat((Map<?, ?>) result.get("tables_not_found")).as("%s", result).isEmpty();
      assertThat((Map<?, ?>) tables.get("large_batch_stream"))
          .extracting("row_count")
          .isEqualTo(1000L);
      assertThat((Map<?, ?>) tables.get("duplicate_primary_keys"))
          .extracting("row_count")
          .isEqualTo(3L);
      assertThat((Map<?, ?>) tables.get("CamelCaseStreamName"))
          .extracting("row_count")
          .isEqualTo(1L);
    }
  }

  private Map<?, ?> smoke(String destination, String config) throws Exception {
    program(destination, destination);
    Files.writeString(
        folder.resolve("smoke.py"),
        """
        import json, sys
        from pathlib import Path
        import yaml
        from airbyte._util.destination_smoke_tests import run_destination_smoke_test
        from airbyte.destinations.util import get_destination
        name = sys.argv[1]
        destination = get_destination(
            name, config=yaml.safe_load(sys.argv[2]), local_executable=Path(name).absolute())
        result = run_destination_smoke_test(destination=destination, scenarios="all")
        Path("smoke.json").write_text(json.dumps(result.model_dump(), default=str))
        """);
    return python("smoke.json", "smoke.py", destination, config);
  }

  /// A program of a connector, which runs the classes of this test.
  private void program(String name, String connector) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(
        file,
        "#!/bin/sh\nexec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' dev.godwit.cli.Main connector '%s' \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                connector));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Map<?, ?> python(String answer, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(String.valueOf(PYTHON)));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("python.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().put("AIRBYTE_OFFLINE_MODE", "1");
    builder.environment().put("DO_NOT_TRACK", "1");
    builder.environment().put("NO_LIVE_PROGRESS", "1");
    builder.environment().put("AIRBYTE_LOCAL_REGISTRY", folder.resolve("registry.json").toString());
    builder
        .environment()
        .merge(
            "PATH",
            String.valueOf(Path.of(String.valueOf(PYTHON)).getParent()),
            (path, own) -> own + ":" + path);
    Process process = builder.start();
    assertThat(process.waitFor()).as(() -> read(log)).isZero();
    return (Map<?, ?>) JsonParser.STRICT.parse(Files.readAllBytes(folder.resolve(answer)));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
