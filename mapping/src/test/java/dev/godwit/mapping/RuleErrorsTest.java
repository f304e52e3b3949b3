package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mistakes in rules, each with the code and the words by which it is found.
class RuleErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x' | mapping.bad-value | mappings is not a list of rules | mappings",
        "[5] | mapping.bad-value | Rule 1 is not an object with one key | mappings[0]",
        "[{'drop': ['a'], 'keep': ['b']}] | mapping.bad-value | Rule 1 is not an object |"
            + " mappings[0]",
        "[{'drop': ['a']}, {'renam': {}}] | mapping.unknown-rule | Rule 2: there is no rule renam;"
            + " did you mean rename? | mappings[1].renam",
        "[{'rename': {'field': 'a', 'too': 'b'}}] | mapping.unknown-key | Rule 1 (rename) has no"
            + " key too; did you mean to? | mappings[0].rename.too",
        "[{'rename': {'field': 'a'}}] | mapping.missing-key | Rule 1 (rename) needs the key to. |"
            + " mappings[0].rename.to",
        "[{'rename': {'field': 5, 'to': 'b'}}] | mapping.bad-value | Rule 1 (rename): field is not"
            + " a text. | mappings[0].rename.field",
        "[{'rename': ['a', 'b']}] | mapping.bad-value | Rule 1 (rename) is no object with the keys"
            + " field, to, optional. | mappings[0].rename",
        "[{'drop': []}] | mapping.bad-value | drop is not a list of fields | mappings[0].drop.drop",
        "[{'drop': ['a..b']}] | mapping.bad-path | 'a..b' is no path of a field |"
            + " mappings[0].drop.drop",
        "[{'redact': {'field': 'a', 'fields': ['b']}}] | mapping.bad-value | fields does not go"
            + " with field | mappings[0].redact.fields",
        "[{'flatten': {'field': 'a', 'depth': 0}}] | mapping.bad-value | depth is not a whole"
            + " number of at least 1 | mappings[0].flatten.depth",
        "[{'cast': {'field': 'a', 'to': 'int'}}] | mapping.bad-value | to is one of string,"
            + " integer, number, decimal, boolean, date, timestamp, json; not int |"
            + " mappings[0].cast.to",
        "[{'constant': {'field': 'a'}}] | mapping.missing-key | needs the key value |"
            + " mappings[0].constant.value",
        "[{'constant': {'field': 'a', 'value': {}}}] | mapping.bad-value | value is not a text,"
            + " number or boolean | mappings[0].constant.value",
        "[{'filter': {}}] | mapping.bad-value | Rule 1 (filter) is not a text | mappings[0].filter",
        "[{'hash': {'field': 'a'}}] | mapping.missing-key | needs the key key |"
            + " mappings[0].hash.key",
        "[{'hash': {'field': 'a', 'algorithm': 'sha-256'}}] | mapping.missing-key | needs the key"
            + " salt | mappings[0].hash.salt",
        "[{'hash': {'field': 'a', 'algorithm': 'md5', 'salt': 's'}}] | mapping.bad-value |"
            + " algorithm is one of hmac-sha-256, hmac-sha-512, sha-256, sha-512; not md5 |"
            + " mappings[0].hash.algorithm",
        "[{'hash': {'field': 'a', 'salt': 'some salt'}}] | mapping.bad-value | salt does not go"
            + " with hmac-sha-256; give a key | mappings[0].hash.salt",
        "[{'hash': {'field': 'a', 'key': 'short'}}] | mapping.bad-secret | key has fewer than 16"
            + " bytes | mappings[0].hash.key",
        "[{'hash': {'field': 'a', 'key': 'secret:OTHER'}}] | mapping.bad-secret | secret:OTHER"
            + " stands for no secret | mappings[0].hash.key",
        "[{'encrypt': {'field': 'a', 'key': 'secret:KEY'}}] | mapping.bad-secret | has 32 bytes |"
            + " mappings[0].encrypt.key",
        "[{'tokenise': {'field': 'a', 'key': 'secret:KEY'}}] | mapping.missing-key | needs the key"
            + " as | mappings[0].tokenise.as",
        "[{'tokenise': {'field': 'a', 'key': 'secret:KEY', 'as': 'card'}}] | mapping.bad-value | as"
            + " is one of email, phone, id, text; not card | mappings[0].tokenise.as",
        "[{'redact': {'field': 'a', 'with': null}}] | mapping.bad-value | with is null |"
            + " mappings[0].redact.with",
        "[{'truncate': {'field': 'a'}}] | mapping.missing-key | needs the key length |"
            + " mappings[0].truncate.length",
        "[{'drop': {'field': 'a', 'optional': 'yes'}}] | mapping.bad-value | optional is neither"
            + " true nor false | mappings[0].drop.optional",
        "[{'sql': {'field': 'a.b', 'expression': '1'}}] | mapping.bad-value | field is a field of"
            + " the row itself | mappings[0].sql.field",
        "[{'assert': {'sql': 'true', 'on_failure': 'ignore'}}] | mapping.bad-value | on_failure is"
            + " one of stop, quarantine, drop; not ignore | mappings[0].assert.on_failure",
        "{'rule': []} | mapping.unknown-key | mappings has no key rule; did you mean rules? |"
            + " mappings.rule",
        "{'rules': [], 'on_failure': 'drop'} | mapping.bad-value | on_failure is stop or"
            + " quarantine, not drop | mappings.on_failure"
      })
  void namesRuleKeyAndWhatIsAllowed(String rules, String code, String words, String path) {
    assertThatThrownBy(() -> Mapper.rules(rules))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.message()).contains(words);
              assertThat(e.place().path()).isEqualTo(path);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'drop': ['mial']}] | mapping.unknown-field | Rule 1 (drop) names mial, which the stream"
            + " does not have; did you mean mail?",
        "[{'rename': {'field': 'mail', 'to': 'm'}}, {'redact': 'mail'}] | mapping.unknown-field |"
            + " Rule 2 (redact) names mail",
        "[{'redact': 'address.stret'}] | mapping.unknown-field | did you mean street?",
        "[{'redact': 'items[].phone'}] | mapping.unknown-field | items[].phone",
        "[{'redact': 'items.mail'}] | mapping.wrong-type | needs an object in items",
        "[{'redact': 'mail.x'}] | mapping.wrong-type | needs an object in mail",
        "[{'redact': 'address[]'}] | mapping.wrong-type | needs an array in address",
        "[{'rename': {'field': 'mail', 'to': 'name'}}] | mapping.name-taken | wants the name name",
        "[{'constant': {'field': 'address_zip', 'value': 1}}, {'flatten': {'field': 'address'}}] |"
            + " mapping.name-taken | address_zip",
        "[{'flatten': {'field': 'tags'}}] | mapping.wrong-type | needs an object in tags",
        "[{'truncate': {'field': 'id', 'length': 2}}] | mapping.wrong-type | needs a text in id",
        "[{'tokenise': {'field': 'active', 'key': 'secret:KEY', 'as': 'id'}}] | mapping.wrong-type"
            + " | active",
        "[{'tokenise': {'field': 'id', 'key': 'secret:KEY', 'as': 'email'}}] | mapping.wrong-type |"
            + " needs a text in id",
        "[{'drop': ['tags[]']}] | mapping.bad-path | takes fields, not the elements",
        "[{'filter': 'totl > 1'}] | mapping.unknown-field | did you mean total?",
        "[{'constant': {'field': 'items[].x', 'value': 1}}] | mapping.bad-path | in an array",
        "[{'sql': {'field': 'net', 'expression': 'totl / 2'}}] | mapping.bad-sql | totl",
        "[{'sql': {'field': 'net', 'expression': 'total +'}}] | mapping.bad-sql | syntax error",
        "[{'sql': {'field': 'net', 'expression': 'sum(total)'}}] | mapping.bad-sql | aggregate",
        "[{'sql': {'field': 'net', 'expression': 'sum(total) over ()'}}] | mapping.bad-sql |"
            + " window",
        "[{'sql': {'field': 'net', 'expression': '(select 1)'}}] | mapping.bad-sql | subquery",
        "[{'sql': {'field': 'net', 'expression': '1) from (select 2'}}] | mapping.bad-sql | not one"
            + " expression",
        "[{'sql': {'field': 'net', 'expression': '1); select (2'}}] | mapping.bad-sql | not one"
            + " expression",
        "[{'assert': 'total'}] | mapping.bad-sql | neither true nor false"
      })
  void rulesThatDoNotFitTheSchemaAreRefused(String rules, String code, String words) {
    assertThatThrownBy(() -> Mapper.rules(rules).forStream(Mapper.plain(Mapper.SCHEMA)))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.describe()).contains(words);
              assertThat(e.place().stream()).isEqualTo("orders");
            });
  }

  @Test
  void sqlNeedsASchema() {
    assertThatThrownBy(() -> Mapper.rules("[{'assert': 'true'}]").forStream(Mapper.plain("{}")))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.no-schema"));
  }

  @Test
  void errorsDoNotShowSecrets() {
    assertThatThrownBy(() -> Mapper.rules("[{'hash': {'field': 'a', 'key': 'hunter2'}}]"))
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(
            () -> Mapper.rules("[{'encrypt': {'field': 'a', 'key': 'hunter2hunter2hunter2'}}]"))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void rulesDoNotPrintTheirSecrets() {
    assertThat(Mapper.rules("[{'hash': {'field': 'a', 'key': 'secret:KEY'}}]").toString())
        .contains("****")
        .doesNotContain(Mapper.KEY);
  }
}
