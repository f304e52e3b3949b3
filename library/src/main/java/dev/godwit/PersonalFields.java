package dev.godwit;

import dev.godwit.core.Source;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.schema.PersonalData;
import dev.godwit.mapping.pii.Finding;
import dev.godwit.mapping.pii.PiiScan;
import dev.godwit.mapping.rule.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks at the first rows of a stream, as they would land, for personal data. The rows are read
/// when the first field is asked about. For one thread.
final class PersonalFields implements PersonalData {
  /// A page, of most APIs.
  private static final int ROWS = 100;

  private final Source source;
  private final Stream stream;
  private final StreamMapping mapping;
  private @Nullable List<Map<String, @Nullable Object>> rows;

  PersonalFields(Source source, Stream stream, StreamMapping mapping) {
    this.source = source;
    this.stream = stream;
    this.mapping = mapping;
  }

  @Override
  public @Nullable String in(String field) {
    List<Map<String, @Nullable Object>> sample = rows;
    if (sample == null) {
      sample = new Preview(source, ROWS, mapping).rows(stream);
      rows = sample;
    }
    List<@Nullable Object> values = new ArrayList<>();
    sample.forEach(row -> values.add(row.get(field)));
    return PiiScan.look(stream.name().name(), FieldPath.of(List.of(field)), values)
        .map(Finding::label)
        .orElse(null);
  }
}
