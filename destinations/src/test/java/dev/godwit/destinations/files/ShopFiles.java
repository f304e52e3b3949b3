package dev.godwit.destinations.files;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import dev.godwit.testkit.ScriptedSlice;
import dev.godwit.testkit.ScriptedSource;
import dev.godwit.testkit.ScriptedStream;
import dev.godwit.testkit.Syncing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A folder in which a stream `orders` lands as files.
record ShopFiles(String format, Path folder, String options) {
  static final Clock NOON = Clock.fixed(Instant.parse("2026-02-03T12:00:00Z"), ZoneOffset.UTC);

  private static final int BATCH = 1_000;

  static final Stream ORDERS =
      stream(
          """
          {"id": {"type": "integer"}, "country": {"type": ["null", "string"]},
           "at": {"type": ["null", "string"], "format": "date-time"}, "note": {"type": "string"}}\
          """);

  private static Stream stream(String properties) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", JsonParser.STRICT.parse(properties));
    return new Stream(
        StreamName.of("orders"),
        schema,
        EnumSet.allOf(SyncMode.class),
        null,
        List.of(),
        List.of(),
        false,
        false);
  }

  FilesDestination open() {
    return open(FileStep.Listener.SILENT);
  }

  FilesDestination open(FileStep.Listener steps) {
    return FilesDestination.open(format, folder + options, Map.of(), NOON, steps);
  }

  /// Syncs slices of rows, each a text of lines.
  StreamReport sync(Destination destination, WriteMode mode, long reading, String... slices) {
    ScriptedSlice[] script =
        List.of(slices).stream().map(ShopFiles::slice).toArray(ScriptedSlice[]::new);
    ScriptedStream stream = ScriptedStream.of(ORDERS, script).reading(reading);
    return Syncing.run(new ScriptedSource(1, List.of(stream)), destination, mode)
        .streams()
        .getFirst();
  }

  private static ScriptedSlice slice(String text) {
    List<String> rows = text.lines().toList();
    List<List<String>> batches = new ArrayList<>();
    for (int first = 0; first < rows.size(); first += BATCH) {
      batches.add(rows.subList(first, Math.min(rows.size(), first + BATCH)));
    }
    return new ScriptedSlice(batches, () -> {});
  }

  void landed(WriteMode mode, long reading, String... slices) {
    try (Destination destination = open()) {
      GodwitException error = sync(destination, mode, reading, slices).error();
      if (error != null) {
        throw error;
      }
    }
  }

  GodwitException refused(WriteMode mode, long reading, String... slices) {
    try (Destination destination = open()) {
      return Objects.requireNonNull(
          sync(destination, mode, reading, slices).error(), "the sync succeeded");
    }
  }

  /// The rows of a query over what is committed.
  List<List<@Nullable Object>> query(String sql) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (DuckDbQuery query = open().query(sql)) {
      for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  List<@Nullable Object> ids() {
    return query("select id from orders order by id").stream()
        .<@Nullable Object>map(List::getFirst)
        .toList();
  }

  /// The paths of all files that are not Godwit's own, in order.
  List<String> files() {
    return paths().stream().filter(path -> !path.startsWith("_godwit/")).toList();
  }

  /// The paths of all files, in order.
  List<String> paths() {
    try (java.util.stream.Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(path -> !path.endsWith(".lock"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folders of {@link #files()}, in order.
  List<String> folders() {
    return files().stream().map(path -> path.replaceFirst("/[^/]*$", "")).distinct().toList();
  }
}
