package dev.godwit.destinations.files;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.PastRun;
import dev.godwit.core.RunEntry;
import dev.godwit.core.Source;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import dev.godwit.destinations.internal.fileformat.FileFormat;
import dev.godwit.destinations.internal.ledger.FileSet;
import dev.godwit.destinations.internal.ledger.Ledger;
import dev.godwit.destinations.internal.ledger.Ledgers;
import dev.godwit.storage.Storages;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files as a destination: a folder a stream. Beside them lies a ledger a stream, which lists the
/// files that are committed and holds the state. It is replaced in one step, so rows and state land
/// together, and a run that is killed at any instant resumes without loss and without duplicates.
/// Readers that go by the ledger never see a part of a commit.
public final class FilesDestination implements Destination {
  /// Rows in files can't be changed.
  static final Set<WriteMode> MODES =
      Collections.unmodifiableSet(EnumSet.of(WriteMode.APPEND, WriteMode.OVERWRITE));

  /// How many bytes of rows make a file of the usual size, where files are much smaller than rows.
  private static final int PARQUET_DENSITY = 4;

  private final FilesPlace place;
  private final RunFiles runs;

  private FilesDestination(FilesPlace place) {
    this.place = place;
    this.runs = new RunFiles(place.storage());
  }

  /// Names a place; nothing is created or asked yet.
  ///
  /// @param format `parquet`, `jsonl`, `csv` or `avro`
  /// @param address a folder or a bucket, with options: `data/shop?partition=created_at:day`
  /// @param variables the environment, where credentials are looked up
  /// @throws GodwitException CONFIG when the address makes no sense
  public static FilesDestination open(
      String format, String address, Map<String, String> variables, Clock clock) {
    return open(format, address, variables, clock, FileStep.Listener.SILENT);
  }

  /// As {@link #open(String, String, Map, Clock)}, with somebody who hears of the steps of every
  /// commit.
  static FilesDestination open(
      String format,
      String address,
      Map<String, String> variables,
      Clock clock,
      FileStep.Listener steps) {
    FilesAddress parsed = FilesAddress.of(FileFormat.named(format), address);
    return new FilesDestination(
        new FilesPlace(Storages.open(parsed.place(), variables), parsed.options(), clock, steps));
  }

  /// One ledger lists the files of all formats.
  @Override
  public Object place() {
    return place.storage().toString();
  }

  @Override
  public CheckResult check() {
    try {
      place.storage().check();
      return CheckResult.OK;
    } catch (GodwitException e) {
      return new CheckResult(e.describe());
    }
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return place.ledgers().look(stream).stored();
  }

  @Override
  public @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return place.ledgers().look(stream).backfill(range);
  }

  @Override
  public List<StreamName> streams() {
    return place.ledgers().all().stream()
        .map(Ledger::stream)
        .sorted(Comparator.comparing(StreamName::toString))
        .toList();
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public Set<WriteMode> writeModes() {
    return MODES;
  }

  @Override
  public CommitPolicy commitPolicy() {
    FileOptions options = place.options();
    int density = options.format() == FileFormat.PARQUET ? PARQUET_DENSITY : 1;
    return new CommitPolicy(options.fileSize() * density, options.fileAge());
  }

  @Override
  public long clear(StreamName stream) {
    Ledger ledger = place.ledgers().look(stream);
    if (ledger.equals(Ledger.of(stream))) {
      return 0;
    }
    Ledger empty =
        ledger
            .with(new StoredStream(null, ledger.stored().generation() + 1, null))
            .with(ledger.format(), FileSet.NONE, FileSet.NONE)
            .withoutBackfills()
            .leaving(ledger.paths());
    place.ledgers().write(empty);
    place.storage().delete(empty.leftover());
    return ledger.current().rows();
  }

  @Override
  public void remember(List<RunEntry> run) {
    runs.add(run, place.clock().instant());
  }

  @Override
  public List<PastRun> past(StreamName stream, int most) {
    return runs.past(stream, most);
  }

  /// Asks what is committed; the query can change nothing. Each stream with rows is a view. Good
  /// until the next commit of a stream replaces its files. This is closed together with it.
  ///
  /// @throws GodwitException CONFIG `files.unreadable` when DuckDB does not read the format,
  ///   `duckdb.query` when it refuses the SQL
  public DuckDbQuery query(String sql) {
    return new CommittedRows(place).query(sql, this::close);
  }

  /// The committed rows of all streams.
  ///
  /// @throws GodwitException CONFIG `files.unreadable` when DuckDB does not read the format
  @Override
  public Source contents() {
    return new CommittedRows(place).asSource();
  }

  /// What is known about its streams.
  Ledgers ledgers() {
    return place.ledgers();
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return FilesWriter.open(place, plan);
  }

  @Override
  public void close() {
    place.close();
  }
}
