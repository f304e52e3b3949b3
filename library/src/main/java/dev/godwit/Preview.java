package dev.godwit;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.StreamReader;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the beginning of a stream, one slice after the other, and stops asking when it has enough.
final class Preview {
  private final Source source;
  private final int limit;
  private final StreamMapping mapping;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

  Preview(Source source, int limit) {
    this(source, limit, StreamMapping.NONE);
  }

  /// @param mapping what happens to rows before they are looked at
  Preview(Source source, int limit, StreamMapping mapping) {
    if (limit < 0) {
      throw new IllegalArgumentException("a limit of " + limit + " rows");
    }
    this.source = source;
    this.limit = limit;
    this.mapping = mapping;
  }

  List<Map<String, @Nullable Object>> rows(Stream stream) {
    try (StreamReader reader = source.open(ConfiguredStream.byDefault(stream), null)) {
      for (Slice slice = next(reader); slice != null; slice = next(reader)) {
        read(reader, slice);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError("preview.cancelled", "The preview was cancelled.");
    } catch (GodwitException e) {
      throw e.at(Place.stream(stream.name().toString()));
    }
    return rows;
  }

  private @Nullable Slice next(StreamReader reader) throws InterruptedException {
    return rows.size() < limit ? reader.nextSlice() : null;
  }

  private void read(StreamReader reader, Slice slice) throws InterruptedException {
    try (SliceReader pages = reader.open(slice);
        RowMapper mapper = mapping.open()) {
      while (rows.size() < limit) {
        RecordBatch batch = pages.next();
        if (batch == null) {
          return;
        }
        RecordBatch mapped = mapper.map(batch).rows();
        if (mapped != null) {
          add(mapped);
        }
      }
    }
  }

  private void add(RecordBatch batch) {
    switch (batch) {
      case JsonRows json -> {
        for (int row = 0; row < json.rows() && rows.size() < limit; row++) {
          rows.add(object(JsonParser.LENIENT.parse(json.page(), json.start(row), json.end(row))));
        }
      }
    }
  }

  private static Map<String, @Nullable Object> object(@Nullable Object json) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> object) {
      object.forEach((key, value) -> row.put(String.valueOf(key), value));
    }
    return row;
  }
}
