package dev.godwit.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
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
  void everySchemaHasItsType(String schema, FieldType type) {
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
  void twoTypesHaveOneThatHoldsBoth(FieldType one, FieldType other, FieldType both) {
    assertThat(one.join(other)).isEqualTo(both);
    assertThat(other.join(one)).isEqualTo(both);
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void aTypeHoldsWhatItHolds(FieldType type) {
    assertThat(type.join(type)).isEqualTo(type);
  }
}
