package dev.godwit.destinations.duckdb;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.sql.CommitStep;
import dev.godwit.destinations.internal.sql.TableName;
import dev.godwit.destinations.internal.table.ColumnNames;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.testkit.TestedDestination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A DuckDB file in a folder of its own.
final class TestedDuckDb implements TestedDestination {
  private final Path file;

  TestedDuckDb(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.file = folder.resolve("shop.duckdb");
  }

  @Override
  public Destination open() {
    return DuckDbDestination.open(file.toString(), Clock.systemUTC());
  }

  @Override
  public List<Map<String, @Nullable Object>> rows(StreamName stream) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    String table = TableName.of(DuckDbDialect.INSTANCE, "shop", stream).sql();
    try (DuckDbQuery query = DuckDbQuery.run(file.toString(), "select * from " + table)) {
      for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
          named.put(query.columns().get(i), row.get(i));
        }
        rows.add(named);
      }
    } catch (GodwitException e) {
      if (e.message().contains("does not exist") || e.code().equals("duckdb.no-database")) {
        return List.of();
      }
      throw e;
    }
    return rows;
  }

  @Override
  public String column(String key, Collection<String> keys) {
    return ColumnNames.of(keys, TableShape.RESERVED, UnaryOperator.identity())
        .getOrDefault(key, key);
  }

  @Override
  public int longestName() {
    return 300;
  }

  @Override
  public List<String> commitSteps(WriteMode mode) {
    return Stream.of(CommitStep.values())
        .filter(step -> step != CommitStep.REPLACED || mode.replacesAll())
        .map(CommitStep::name)
        .toList();
  }

  @Override
  public Destination openToDie(String step, int occurrence) {
    CommitStep last = CommitStep.valueOf(step);
    AtomicInteger occurrences = new AtomicInteger();
    return DuckDbDestination.open(
        file.toString(),
        Clock.systemUTC(),
        reached -> {
          if (reached == last && occurrences.incrementAndGet() == occurrence) {
            Runtime.getRuntime().halt(DIED);
          }
        });
  }
}
