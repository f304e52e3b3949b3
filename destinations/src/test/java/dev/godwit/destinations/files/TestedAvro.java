package dev.godwit.destinations.files;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.ledger.Ledger;
import dev.godwit.destinations.internal.table.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/// A folder of Avro files, read by Avro's own library.
final class TestedAvro extends TestedFiles {
  private final Path folder;

  TestedAvro(Path folder) {
    super("avro", folder);
    this.folder = folder;
  }

  @Override
  public List<Map<String, @Nullable Object>> rows(StreamName stream) {
    try (FilesDestination destination = opened(FileStep.Listener.SILENT)) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (Ledger ledger : destination.ledgers().all()) {
        if (ledger.stream().equals(stream)) {
          List<Map<String, @Nullable Object>> own = rows(ledger.current().paths().stream());
          own.forEach(row -> ledger.current().columns().forEach(column -> widen(row, column)));
          rows.addAll(own);
        }
        if (stream.name().equals("_godwit_quarantine")) {
          rows.addAll(rows(ledger.quarantined().paths().stream()));
        }
      }
      return rows;
    }
  }

  /// Older files may lack a column, or have values in it before it became text.
  private static void widen(Map<String, @Nullable Object> row, Column column) {
    Object value = row.get(column.name());
    boolean text = value != null && column.type() == FieldType.VARCHAR;
    row.put(column.name(), text ? value.toString() : value);
  }

  private List<Map<String, @Nullable Object>> rows(Stream<String> paths) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    paths.forEach(path -> {
      try (DataFileReader<GenericRecord> reader =
          new DataFileReader<>(
              folder.resolve(path).toFile(), new GenericDatumReader<GenericRecord>())) {
        for (GenericRecord row : reader) {
          rows.add(plain(row));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return rows;
  }

  private static Map<String, @Nullable Object> plain(GenericRecord row) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : row.getSchema().getFields()) {
      Schema type = field.schema().isUnion() ? field.schema().getTypes().getLast() : field.schema();
      Object value = row.get(field.pos());
      boolean json = isJson(type, field.name());
      fields.put(
          field.name(),
          value == null
              ? null
              : json ? JsonParser.STRICT.parse(value.toString()) : plain(type, value));
    }
    return fields;
  }

  private static boolean isJson(Schema type, String name) {
    return name.equals("_airbyte_meta") || "json".equals(type.getProp("logicalType"));
  }

  private static Object plain(Schema type, Object value) {
    LogicalType meaning = type.getLogicalType();
    String name = meaning == null ? "" : meaning.getName();
    return switch (name) {
      case "decimal" -> {
        byte[] units = new byte[((ByteBuffer) value).remaining()];
        ((ByteBuffer) value).get(units);
        int scale = ((LogicalTypes.Decimal) meaning).getScale();
        yield new BigDecimal(new BigInteger(units), scale).toPlainString();
      }
      case "date" -> LocalDate.ofEpochDay((Integer) value).toString();
      case "time-micros" -> LocalTime.ofNanoOfDay((Long) value * 1000).toString();
      case "timestamp-micros" -> micros((Long) value).toString();
      case "local-timestamp-micros" ->
          micros((Long) value).atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
      default -> value instanceof CharSequence text ? text.toString() : value;
    };
  }

  private static Instant micros(long value) {
    return Instant.EPOCH.plus(value, ChronoUnit.MICROS);
  }
}
