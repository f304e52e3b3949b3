package dev.godwit.destinations.internal.contents;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import dev.godwit.destinations.internal.sql.SqlThread;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a database holds, as a source. Every stream is read whole, by one query, so that its rows
/// are those of one moment.
public final class ContentSource implements Source {
  /// Streams that are read at once; each has a connection and a thread.
  private static final int STREAMS = 4;

  private final SqlThread.Work<List<Relation>> tables;
  private final Opening opening;
  private final Supplier<SqlThread> threads;
  private @Nullable List<Relation> relations;

  /// Selects the rows of a relation, over a connection of its own that is closed with them.
  @FunctionalInterface
  public interface Opening {
    RowFeed open(Relation relation) throws SQLException;
  }

  /// @param tables asks what there is, once
  /// @param threads makes the thread that does all SQL of one reading
  public ContentSource(
      SqlThread.Work<List<Relation>> tables, Opening opening, Supplier<SqlThread> threads) {
    this.tables = tables;
    this.opening = opening;
    this.threads = threads;
  }

  @Override
  public CheckResult check() {
    try {
      relations();
      return CheckResult.OK;
    } catch (GodwitException e) {
      return new CheckResult(e.describe());
    }
  }

  @Override
  public Catalog discover() {
    return new Catalog(relations().stream().map(Relation::stream).toList());
  }

  @Override
  public int concurrency() {
    return STREAMS;
  }

  /// There is no state: whatever is given is not looked at.
  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    return new ContentReader(find(stream.name()), opening, threads.get());
  }

  private Relation find(StreamName name) {
    List<Relation> known = relations();
    return known.stream()
        .filter(relation -> relation.stream().name().equals(name))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names =
              known.stream().map(relation -> relation.stream().name().toString()).toList();
          return GodwitException.config(
              "stream.unknown",
              Spelling.sentence("There is no stream " + name, name.toString(), names));
        });
  }

  private synchronized List<Relation> relations() {
    List<Relation> known = relations;
    if (known == null) {
      try (SqlThread thread = threads.get()) {
        known = List.copyOf(thread.call(tables));
      }
      relations = known;
    }
    return known;
  }

  @Override
  public void close() {}
}
