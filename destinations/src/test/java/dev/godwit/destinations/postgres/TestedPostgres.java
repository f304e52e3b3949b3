package dev.godwit.destinations.postgres;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.destinations.internal.sql.CommitStep;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.table.ColumnNames;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.testkit.TestedDestination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A database for each folder, or a schema of one. A file in the folder says which database; where
/// it was copied from another folder, the database is copied too.
final class TestedPostgres implements TestedDestination {
  private static final String USUAL = "public";

  private final TestDatabase database;
  private final String home;

  private TestedPostgres(TestDatabase database, String home) {
    this.database = database;
    this.home = home;
  }

  TestedPostgres(Path folder) {
    this(database(folder), USUAL);
  }

  /// A schema of a database that others use, too.
  static TestedPostgres schema(TestDatabase database, Path place) {
    return new TestedPostgres(database, String.valueOf(place.getFileName()));
  }

  private String url() {
    return database.url() + "?schema=" + home;
  }

  private static TestDatabase database(Path folder) {
    Path note = folder.resolve("database");
    try {
      Files.createDirectories(folder);
      TestDatabase database;
      if (!Files.exists(note)) {
        database = TestDatabase.create();
      } else {
        List<String> lines = Files.readAllLines(note);
        database = new TestDatabase(lines.get(1));
        if (lines.getFirst().equals(folder.toString())) {
          return database;
        }
        database = database.copy();
      }
      Files.write(note, List.of(folder.toString(), database.url()));
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Destination open() {
    if (home.equals(USUAL)) {
      database.waitUntilAlone();
    }
    return PostgresDestination.open(url(), Clock.systemUTC());
  }

  @Override
  public List<Map<String, @Nullable Object>> rows(StreamName stream) {
    String schema = stream.namespace() == null ? home : stream.namespace();
    String table = PostgresNames.fitted(stream.name());
    String name = Quoting.name(schema) + "." + Quoting.name(table);
    boolean exists = database.value("select to_regclass(" + Quoting.text(name) + ")") != null;
    return exists ? database.query("select * from " + name) : List.of();
  }

  @Override
  public String column(String key, Collection<String> keys) {
    return ColumnNames.of(keys, TableShape.RESERVED, PostgresNames::fitted).getOrDefault(key, key);
  }

  @Override
  public int longestName() {
    return PostgresNames.MOST_BYTES;
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
    return PostgresDestination.open(
        url(),
        Clock.systemUTC(),
        reached -> {
          if (reached == last && occurrences.incrementAndGet() == occurrence) {
            Runtime.getRuntime().halt(DIED);
          }
        },
        System.getenv());
  }
}
