package dev.godwit.destinations.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'string'}|VARCHAR",
        "{'type':['null','string']}|VARCHAR",
        "{'type':'integer'}|BIGINT",
        "{'type':'integer','airbyte_type':'big_integer'}|HUGEINT",
        "{'type':'integer','maximum':18446744073709551615}|HUGEINT",
        "{'type':'integer','minimum':-1e30}|HUGEINT",
        "{'type':'integer','maximum':100}|BIGINT",
        "{'type':'number'}|DOUBLE",
        "{'type':'number','airbyte_type':'integer'}|BIGINT",
        "{'type':'number','airbyte_type':'big_number'}|DECIMAL",
        "{'type':'string','airbyte_type':'big_number'}|DECIMAL",
        "{'type':['integer','number','null']}|DOUBLE",
        "{'type':'boolean'}|BOOLEAN",
        "{'type':'object','properties':{}}|JSON",
        "{'type':'array'}|JSON",
        "{'type':['string','integer']}|JSON",
        "{'type':['string','object']}|JSON",
        "{}|JSON",
        "true|JSON",
        "{'type':'null'}|JSON",
        "{'$ref':'#/x'}|JSON",
        "{'enum':['a','b',null]}|VARCHAR",
        "{'enum':['a',1]}|JSON",
        "{'anyOf':[{'type':'string','format':'date'},{'type':'null'}]}|DATE",
        "{'oneOf':[{'type':'string'},{'type':'boolean'}]}|JSON",
        "{'allOf':[{'type':'integer'}]}|BIGINT",
        "{'type':'string','format':'date'}|DATE",
        "{'type':'string','format':'date-time'}|TIMESTAMPTZ",
        "{'type':'string','format':'date-time','airbyte_type':'timestamp_with_timezone'}|TIMESTAMPTZ",
        "{'type':'string','format':'date-time','airbyte_type':'timestamp_without_timezone'}|TIMESTAMP",
        "{'type':'string','airbyte_type':'timestamp_without_timezone'}|TIMESTAMP",
        "{'type':'string','format':'date','airbyte_type':'timestamp_with_timezone'}|TIMESTAMPTZ",
        "{'type':'string','format':'time'}|TIME",
        "{'type':'string','format':'time','airbyte_type':'time_without_timezone'}|TIME",
        "{'type':['null','string'],'airbyte_type':'time_without_timezone'}|TIME",
        "{'type':'string','format':'time','airbyte_type':'time_with_timezone'}|TIMETZ",
        "{'type':'string','airbyte_type':'big_integer'}|HUGEINT",
        "{'type':'number','airbyte_type':'big_integer'}|HUGEINT",
        "{'type':'string','contentEncoding':'base64'}|VARCHAR",
        "{'type':'string','airbyte_type':'unheard_of'}|VARCHAR",
        "{'type':'array','airbyte_type':'vector_array'}|JSON",
        "{'type':'string','format':'email'}|VARCHAR",
      })
  void everySchemaHasItsType(String schema, ColumnType type) {
    assertThat(SchemaTypes.of(JsonParser.STRICT.parse(schema.replace('\'', '"')))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "BIGINT, HUGEINT, HUGEINT",
    "BIGINT, DOUBLE, DOUBLE",
    "BIGINT, DECIMAL, DECIMAL",
    "HUGEINT, DECIMAL, VARCHAR",
    "DOUBLE, DECIMAL, DOUBLE",
    "BOOLEAN, BIGINT, VARCHAR",
    "BIGINT, VARCHAR, VARCHAR",
    "VARCHAR, DATE, VARCHAR",
    "DATE, TIMESTAMP, TIMESTAMP",
    "DATE, TIMESTAMPTZ, TIMESTAMPTZ",
    "TIMESTAMP, TIMESTAMPTZ, TIMESTAMPTZ",
    "BIGINT, DATE, VARCHAR",
    "TIME, TIMETZ, TIMETZ",
    "TIME, VARCHAR, VARCHAR",
    "TIME, DATE, VARCHAR",
    "TIMETZ, TIMESTAMPTZ, VARCHAR",
    "TIMETZ, JSON, JSON",
    "VARCHAR, JSON, JSON",
    "BOOLEAN, JSON, JSON"
  })
  void twoTypesHaveOneThatHoldsBoth(ColumnType one, ColumnType other, ColumnType both) {
    assertThat(one.join(other)).isEqualTo(both);
    assertThat(other.join(one)).isEqualTo(both);
  }

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void aTypeHoldsWhatItHolds(ColumnType type) {
    assertThat(type.join(type)).isEqualTo(type);
  }

  @Test
  void namesThatDifferInCaseGetASuffixWhateverTheirOrder() {
    Map<String, String> names =
        ColumnNames.of(List.of("ID", "id", "Id", "x"), List.of("X", "y"), UnaryOperator.identity());
    assertThat(names.get("id")).isEqualTo("id");
    assertThat(names.get("ID")).isEqualTo("ID_11d3633a");
    assertThat(names.get("x")).startsWith("x_");
    assertThat(new ArrayList<>(names.keySet())).containsExactly("ID", "id", "Id", "x");
    assertThat(names.values().stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)))
        .doesNotHaveDuplicates();
    assertThat(
            ColumnNames.of(
                List.of("x", "Id", "id", "ID"), List.of("X", "y"), UnaryOperator.identity()))
        .isEqualTo(names);
  }

  @Test
  void aSuffixThatIsTakenGetsAnother() {
    Map<String, String> names =
        ColumnNames.of(List.of("id", "ID", "id_11d3633a"), List.of(), UnaryOperator.identity());
    assertThat(names.get("id_11d3633a")).isEqualTo("id_11d3633a");
    assertThat(names.get("ID")).matches("ID_11d3633a_[0-9a-f]{8}");
    assertThat(
            ColumnNames.of(List.of("ID", "id_11d3633a", "id"), List.of(), UnaryOperator.identity()))
        .isEqualTo(names);
  }

  @Test
  void emptyNamesGetOne() {
    assertThat(ColumnNames.of(List.of("", "\0"), List.of(), UnaryOperator.identity()).values())
        .allMatch(name -> name.matches("_[0-9a-f]{8}"))
        .doesNotHaveDuplicates();
  }
}
