package dev.godwit.destinations.files;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import dev.godwit.destinations.internal.fileformat.FileFormat;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.table.ColumnNames;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.testkit.TestedDestination;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of files.
class TestedFiles implements TestedDestination {
  private final String format;
  private final String address;
  private final Map<String, String> variables;

  TestedFiles(String format, Path folder) {
    this(format, folder.toString(), Map.of());
  }

  TestedFiles(String format, String address, Map<String, String> variables) {
    this.format = format;
    this.address = address;
    this.variables = variables;
  }

  @Override
  public Destination open() {
    return opened(FileStep.Listener.SILENT);
  }

  final FilesDestination opened(FileStep.Listener steps) {
    return FilesDestination.open(format, address, variables, Clock.systemUTC(), steps);
  }

  @Override
  public List<Map<String, @Nullable Object>> rows(StreamName stream) {
    String name = Quoting.name(stream.name());
    String namespace = stream.namespace();
    String view = namespace == null ? name : Quoting.name(namespace) + "." + name;
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (DuckDbQuery query = opened(FileStep.Listener.SILENT).query("select * from " + view)) {
      for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
          named.put(query.columns().get(i), row.get(i));
        }
        rows.add(named);
      }
    } catch (GodwitException e) {
      if (e.message().contains("does not exist")) {
        return List.of();
      }
      throw e;
    }
    return rows;
  }

  @Override
  public String column(String key, Collection<String> keys) {
    FileFormat named = FileFormat.named(format);
    return ColumnNames.of(keys, TableShape.RESERVED, named::fitted).getOrDefault(key, key);
  }

  @Override
  public int longestName() {
    return 300;
  }

  @Override
  public List<String> commitSteps(WriteMode mode) {
    return Stream.of(FileStep.values()).map(FileStep::name).toList();
  }

  @Override
  public Destination openToDie(String step, int occurrence) {
    FileStep last = FileStep.valueOf(step);
    AtomicInteger occurrences = new AtomicInteger();
    return opened(reached -> {
      if (reached == last && occurrences.incrementAndGet() == occurrence) {
        Runtime.getRuntime().halt(DIED);
      }
    });
  }
}
