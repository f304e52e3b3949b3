package dev.godwit.mapping;

import static dev.godwit.mapping.Mapper.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a stream lands: its schema, key and cursor after the rules.
class LandingTest {
  private static ConfiguredStream written(String rules, ConfiguredStream read) {
    return Mapper.rules(rules).forStream(read).written(read);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(ConfiguredStream stream) {
    return (Map<String, Object>) stream.stream().jsonSchema().get("properties");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'hash': {'field': 'total', 'key': 'secret:KEY'}}] | total | {'type': ['string',"
            + " 'null']}",
        "[{'hash': {'field': 'name', 'key': 'secret:KEY'}}] | name | {'type': ['string', 'null'],"
            + " 'description': 'of a person'}",
        "[{'redact': {'field': 'total', 'with': 0}}] | total | {'type': ['integer', 'null']}",
        "[{'redact': {'field': 'id', 'with': '-'}}] | id | {'type': 'string'}",
        "[{'redact': 'address.zip'}] | address | {'type': ['object', 'null'], 'properties':"
            + " {'street': {'type': ['string', 'null']}, 'zip': {'type': ['string', 'null']},"
            + " 'geo': {'type': ['object', 'null'], 'properties': {'lat': {'type': 'number'},"
            + " 'lng': {'type': 'number'}}}}}",
        "[{'drop': ['address.geo', 'address.street']}] | address | {'type': ['object', 'null'],"
            + " 'properties': {'zip': {'type': ['string', 'null']}}}",
        "[{'hash': {'field': 'items[].mail', 'key': 'secret:KEY'}}, {'drop': 'items[].sku'}] |"
            + " items | {'type': ['array', 'null'], 'items': {'type': 'object', 'properties':"
            + " {'mail': {'type': ['string', 'null']}}}}",
        "[{'hash': {'field': 'tags[]', 'key': 'secret:KEY'}}] | tags | {'type': ['array', 'null'],"
            + " 'items': {'type': 'string'}}",
        "[{'keep': ['items[].sku']}] | items | {'type': ['array', 'null'], 'items': {'type':"
            + " 'object', 'properties': {'sku': {'type': 'string'}}}}",
        "[{'flatten': {'field': 'address', 'depth': 2}}] | address_geo_lat | {'type': ['number',"
            + " 'null']}",
        "[{'flatten': {'field': 'address'}}] | address_geo | {'type': ['object', 'null'],"
            + " 'properties': {'lat': {'type': 'number'}, 'lng': {'type': 'number'}}}",
        "[{'cast': {'field': 'total', 'to': 'decimal'}}] | total | {'type': ['number', 'null'],"
            + " 'airbyte_type': 'big_number'}",
        "[{'cast': {'field': 'created', 'to': 'date'}}] | created | {'type': ['string', 'null'],"
            + " 'format': 'date'}",
        "[{'cast': {'field': 'mail', 'to': 'json'}}] | mail | {}",
        "[{'constant': {'field': 'region', 'value': 'eu'}}] | region | {'type': 'string'}",
        "[{'tokenise': {'field': 'id', 'key': 'secret:KEY', 'as': 'id'}}] | id | {'type':"
            + " 'integer'}",
        "[{'sql': {'field': 'net', 'expression': 'total / 1.19'}}] | net | {'type': ['number',"
            + " 'null']}",
        "[{'sql': {'field': 'mail', 'expression': 'length(mail)'}}] | mail | {'type': ['integer',"
            + " 'null']}",
        "[{'sql': {'field': 'day', 'expression': 'created::date'}}] | day | {'type': ['string',"
            + " 'null'], 'format': 'date'}",
        "[{'sql': {'field': 'hour', 'expression': 'date_trunc(\\u0027hour\\u0027, created)'}}] |"
            + " hour | {'type': ['string', 'null'], 'format': 'date-time', 'airbyte_type':"
            + " 'timestamp_with_timezone'}",
        "[{'sql': {'field': 'd', 'expression': 'total::decimal(10,2)'}}] | d | {'type': ['number',"
            + " 'null'], 'airbyte_type': 'big_number'}",
        "[{'sql': {'field': 'zip', 'expression': 'address->>\\u0027zip\\u0027'}}] | zip | {'type':"
            + " ['string', 'null']}",
        "[{'sql': {'field': 'list', 'expression': '[id, 2]'}}] | list | {}"
      })
  void theSchemaFollowsTheRules(String rules, String field, String schema) {
    Mappings mappings = Mapper.rules(rules);

    ConfiguredStream read = Mapper.plain(Mapper.SCHEMA);
    assertThat(fields(mappings.forStream(read).written(read)).get(field)).isEqualTo(json(schema));
  }

  @Test
  void theSchemaHasTheNewNamesInTheOldOrder() {
    ConfiguredStream read = Mapper.plain(Mapper.SCHEMA);

    assertThat(
            fields(
                    written(
                        "[{'rename': {'field': 'mail', 'to': 'email'}}, {'keep': ['id', 'email']}]",
                        read))
                .keySet())
        .containsExactly("id", "email");
    assertThat(fields(read)).containsKey("mail");
  }

  @Test
  void keyAndCursorFollowRenames() {
    ConfiguredStream written =
        written(
            "[{'rename': {'field': 'id', 'to': 'order'}}, {'rename': {'field': 'created', 'to':"
                + " 'at'}}]",
            Mapper.keyed());

    assertThat(written.primaryKey()).containsExactly(List.of("order"));
    assertThat(written.cursorField()).containsExactly("at");
    assertThat(written.stream().primaryKey()).containsExactly(List.of("order"));
    assertThat(written.stream().defaultCursorField()).containsExactly("at");
  }

  @Test
  void aNestedKeyFollowsWhatItIsIn() {
    ConfiguredStream read =
        new ConfiguredStream(
            Mapper.stream(Mapper.SCHEMA),
            SyncMode.FULL_REFRESH,
            WriteMode.OVERWRITE_DEDUP,
            List.of(),
            List.of(List.of("address", "geo", "lat")));

    assertThat(written("[{'rename': {'field': 'address', 'to': 'a'}}]", read).primaryKey())
        .containsExactly(List.of("a", "geo", "lat"));
    assertThat(written("[{'flatten': {'field': 'address'}}]", read).primaryKey())
        .containsExactly(List.of("address_geo", "lat"));
    assertThat(written("[{'flatten': {'field': 'address', 'depth': 2}}]", read).primaryKey())
        .containsExactly(List.of("address_geo_lat"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'hash': {'field': 'id', 'key': 'secret:KEY'}}]",
        "[{'tokenise': {'field': 'id', 'key': 'secret:KEY', 'as': 'id'}}]",
        "[{'cast': {'field': 'id', 'to': 'string'}}]",
        "[{'cast': {'field': 'created', 'to': 'timestamp'}}]",
        "[{'keep': ['id', 'created']}]"
      })
  void whatStillTellsRowsApartStaysAKey(String rules) {
    assertThat(written(rules, Mapper.keyed()).primaryKey()).containsExactly(List.of("id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'drop': 'id'}]",
        "[{'drop': 'created'}]",
        "[{'keep': ['id']}]",
        "[{'keep': ['created']}]",
        "[{'encrypt': {'field': 'id', 'key': '" + Mapper.AES_KEY + "'}}]",
        "[{'redact': 'id'}]",
        "[{'hash': {'field': 'created', 'key': 'secret:KEY'}}]",
        "[{'tokenise': {'field': 'created', 'key': 'secret:KEY', 'as': 'text'}}]",
        "[{'truncate': {'field': 'created', 'length': 4}}]",
        "[{'cast': {'field': 'created', 'to': 'date'}}]",
        "[{'constant': {'field': 'id', 'value': 1}}]",
        "[{'sql': {'field': 'id', 'expression': 'id % 10'}}]",
        "[{'rename': {'field': 'id', 'to': 'no'}}, {'drop': 'no'}]"
      })
  void aKeyOrCursorIsNotLost(String rules) {
    assertThatThrownBy(() -> written(rules, Mapper.keyed()))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.lost-key"));
  }

  @Test
  void aStreamThatNeedsNoKeyMayLoseIt() {
    ConfiguredStream read = Mapper.plain(Mapper.SCHEMA);

    ConfiguredStream written = written("[{'drop': ['id', 'created']}]", read);

    assertThat(written.stream().primaryKey()).isEmpty();
    assertThat(written.stream().defaultCursorField()).isEmpty();
  }

  @Test
  void aStreamThatIsReadInAnotherModeIsLookedAtAnew() {
    ConfiguredStream read = Mapper.plain(Mapper.SCHEMA);

    assertThatThrownBy(
            () -> Mapper.rules("[{'drop': 'id'}]").forStream(read).written(Mapper.keyed()))
        .hasMessageContaining("would lose id");
  }
}
