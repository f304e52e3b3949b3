package dev.godwit.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.core.schema.SchemaTypes;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.Fields;
import dev.godwit.protocol.wire.SyncCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogReadingTest {
  private static SyncCatalog.Entry entry(String fields) {
    String text = "{\"streams\":[{\"stream\":{\"name\":\"a\"}%s}]}".formatted(fields);
    return SyncCatalog.read(JsonParser.STRICT.parse(text)).entries().getFirst();
  }

  private static Stream stream(String fields) {
    String line =
        "{\"type\":\"CATALOG\",\"catalog\":{\"streams\":[{\"name\":\"a\",%s}]}}".formatted(fields);
    return ((Message.Catalog) Wire.read(line).getFirst()).catalog().streams().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "String,VARCHAR",
    "BinaryData,VARCHAR",
    "Date,DATE",
    "TimestampWithTimezone,TIMESTAMPTZ",
    "TimestampWithoutTimezone,TIMESTAMP",
    "TimeWithTimezone,TIMETZ",
    "TimeWithoutTimezone,TIME",
    "Number,DECIMAL",
    "Integer,HUGEINT",
    "Boolean,BOOLEAN",
    "Unheard,JSON",
  })
  void wellKnownTypesAreTypesOfColumns(String name, FieldType type) {
    String reference = "{\"$ref\":\"WellKnownTypes.json#/definitions/" + name + "\"}";
    Stream stream =
        stream(
            "\"json_schema\":{\"properties\":{\"x\":%s,\"y\":{\"oneOf\":[{\"type\":\"null\"},%s]}}}"
                .formatted(reference, reference));
    Fields properties = Fields.of(stream.jsonSchema()).fields("properties");
    assertThat(SchemaTypes.of(properties.object("x"))).isEqualTo(type);
    assertThat(SchemaTypes.of(properties.object("y"))).isEqualTo(type);
  }

  @Test
  void whatStandsBesideAReferenceStays() {
    String schema =
        "{\"description\":\"d\",\"$ref\":\"/WellKnownTypes.json#/definitions/Date\",\"items\":[null,{\"$ref\":\"#/definitions/other\"}]}";
    assertThat(JsonWriter.text(stream("\"json_schema\":" + schema).jsonSchema()))
        .isEqualTo(
            "{\"description\":\"d\",\"type\":\"string\",\"format\":\"date\",\"items\":[null,{\"$ref\":\"#/definitions/other\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"generation_id\":3,\"minimum_generation_id\":3,\"sync_id\":9",
        "\"generation_id\":3.0,\"minimum_generation_id\":\"3\",\"sync_id\":9.0",
      })
  void numbersOfRunsAreTakenAsTheyAreMeant(String fields) {
    SyncCatalog.Entry entry = entry("," + fields);
    assertThat(entry.generation()).isEqualTo(3L);
    assertThat(entry.minimumGeneration()).isEqualTo(3L);
    assertThat(entry.syncId()).isEqualTo(9L);
  }

  @ParameterizedTest
  @CsvSource({
    "append,APPEND",
    "overwrite,OVERWRITE",
    "append_dedup,APPEND_DEDUP",
    "update,UPDATE",
    "soft_delete,SOFT_DELETE",
  })
  void allWaysToWriteAreKnown(String name, DestinationSyncMode mode) {
    assertThat(entry(",\"destination_sync_mode\":\"" + name + "\"").writeMode()).isEqualTo(mode);
    assertThat(mode.wireName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"destination_sync_mode\":\"shred\"", "\"sync_mode\":\"guess\""})
  void aModeThatIsNotKnownIsRefusedInsteadOfTakenForAnother(String field) {
    assertThatThrownBy(() -> entry("," + field))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("catalog.unknown-mode"));
  }

  @Test
  void aKeyMayBeWrittenAsNames() {
    assertThat(entry(",\"primary_key\":[\"a\",[\"b\",\"c\"]]").primaryKey())
        .containsExactly(List.of("a"), List.of("b", "c"));
  }
}
