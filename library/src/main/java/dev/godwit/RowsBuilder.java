package dev.godwit;

import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.log.Log;
import dev.godwit.given.GivenStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows that a program has, to be written somewhere. Immutable: each call returns a new one.
public final class RowsBuilder {
  private final GivenStream given;

  RowsBuilder(GivenStream given) {
    this.given = given;
  }

  /// Tells rows apart by these fields: the newest row of each key is kept.
  ///
  /// @param fields `id`, or `outer.inner` for one that lies deeper
  public RowsBuilder primaryKey(String... fields) {
    List<List<String>> key =
        Stream.of(fields).map(field -> List.of(field.split("\\.", -1))).toList();
    return new RowsBuilder(new GivenStream(given.name(), given.rows(), key, given.schema()));
  }

  /// Says what the rows are. Without: what the first thousand of them are.
  ///
  /// @param schema JSON Schema of a row
  public RowsBuilder schema(Map<String, @Nullable Object> schema) {
    return new RowsBuilder(new GivenStream(given.name(), given.rows(), given.primaryKey(), schema));
  }

  /// Says where the rows shall go. They join those that are there, one row a key where there is a
  /// key, unless another write mode is asked for.
  ///
  /// @param destination a URI, for example `duckdb:shop.duckdb`
  public SyncBuilder to(String destination) {
    Origin origin = new Origin.OfRows(given, Surroundings.ofProcess(Log.NONE));
    WriteMode mode = given.primaryKey().isEmpty() ? WriteMode.APPEND : WriteMode.APPEND_DEDUP;
    return new SyncBuilder(
            origin, origin.name(), Target.of(destination), StreamChoice.byDefault(List.of()))
        .writeMode(mode);
  }
}
