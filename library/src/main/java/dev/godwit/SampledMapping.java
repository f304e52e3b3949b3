package dev.godwit;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.json.JsonField;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// Lets a share of the rows through, before another mapping. A row is in the sample or not by its
/// key, so that every run takes the same ones; by all of it where it has no key.
///
/// @param key paths of its parts
/// @param share between 0 and 1
record SampledMapping(StreamMapping mapping, List<List<String>> key, double share)
    implements StreamMapping {
  private static final double ALL = 1L << 32;

  @Override
  public ConfiguredStream written(ConfiguredStream read) {
    return mapping.written(read);
  }

  @Override
  public List<String> describe() {
    return Stream.concat(Stream.of("sample " + share), mapping.describe().stream()).toList();
  }

  @Override
  public RowMapper open() {
    return new Sampler(mapping.open(), key.stream().map(JsonField::new).toList(), share);
  }

  private record Sampler(RowMapper next, List<JsonField> key, double share) implements RowMapper {
    @Override
    public Mapped map(RecordBatch batch) {
      return switch (batch) {
        case JsonRows rows -> map(rows);
      };
    }

    private Mapped map(JsonRows rows) {
      JsonRows.Builder taken = new JsonRows.Builder();
      for (int row = 0; row < rows.rows(); row++) {
        if (digest(rows, row) < share * ALL) {
          taken.add(rows, row);
        }
      }
      JsonRows sample = taken.build(rows.slice(), rows.page(), rows.emittedAt());
      Mapped mapped = new Mapped(sample, rows.rows() - (long) taken.rows(), List.of());
      return sample == null ? mapped : mapped.then(next.map(sample));
    }

    private long digest(JsonRows rows, int row) {
      CRC32C digest = new CRC32C();
      byte[] page = rows.page();
      for (JsonField part : key) {
        if (part.find(page, rows.start(row), rows.end(row))) {
          digest.update(page, part.start(), part.end() - part.start());
        }
      }
      if (key.isEmpty()) {
        digest.update(page, rows.start(row), rows.end(row) - rows.start(row));
      }
      // Similar keys have similar checksums; the multiplication spreads them.
      return (digest.getValue() * 0x9E3779B97F4A7C15L) >>> 32;
    }

    @Override
    public void close() {
      next.close();
    }
  }
}
