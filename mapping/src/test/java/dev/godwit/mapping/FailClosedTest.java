package dev.godwit.mapping;

import static dev.godwit.mapping.Mapper.quarantine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Mapped;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A row that a rule cannot be applied to never goes on.
class FailClosedTest {
  private static final String HASH = "[{'hash': {'field': 'mail', 'key': 'secret:KEY'}}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'redact': 'mail'}] | {'mail':'a','mail':'b'} | mapping.duplicate-field",
        "[{'redact': 'mail'}] | {'mail':'a','m\\u0061il':'b'} | mapping.duplicate-field",
        "[{'redact': 'address.zip'}] | {'address':{'zip':'a','zip':'b'}} | mapping.duplicate-field",
        "[{'redact': 'address.zip'}] | {'address':'Main Street'} | mapping.unexpected-kind",
        "[{'redact': 'items[].mail'}] | {'items':{'mail':'x'}} | mapping.unexpected-kind",
        "[{'redact': 'items[].mail'}] | {'items':['x']} | mapping.unexpected-kind",
        "[{'redact': 'items[].mail'}] | {'items':[['x']]} | mapping.unexpected-kind",
        "[{'truncate': {'field': 'name', 'length': 2}}] | {'name':['x']} | mapping.unexpected-kind",
        "[{'tokenise': {'field': 'mail', 'key': 'secret:KEY', 'as': 'email'}}] | {'mail':'no"
            + " address'} | mapping.unexpected-kind",
        "[{'tokenise': {'field': 'mail', 'key': 'secret:KEY', 'as': 'phone'}}] | {'mail':'none'} |"
            + " mapping.unexpected-kind",
        "[{'tokenise': {'field': 'total', 'key': 'secret:KEY', 'as': 'id'}}] | {'total':1.5} |"
            + " mapping.unexpected-kind",
        "[{'rename': {'field': 'mail', 'to': 'email'}}] | {'mail':'a','email':'b'} |"
            + " mapping.name-taken",
        "[{'flatten': {'field': 'address'}}] | {'address':{'zip':1},'address_zip':2} |"
            + " mapping.name-taken",
        "[{'flatten': {'field': 'address'}}] | {'address':[1]} | mapping.unexpected-kind",
        "[{'cast': {'field': 'mail', 'to': 'integer'}}] | {'mail':'12x'} | mapping.not-castable",
        "[{'hash': {'field': 'mail', 'key': 'secret:KEY'}}] | {'mail':'\\ud800'} |"
            + " mapping.malformed-row",
        "[{'sql': {'field': 'n', 'expression': 'mail::integer'}}] | {'mail':'x'} |"
            + " mapping.sql-failed",
        "[{'sql': {'field': 'n', 'expression': 'total / 0'}}] | {'total':1} | mapping.sql-failed",
        "[{'sql': {'field': 'n', 'expression': 'total + 1'}}] | {'total':'1'} |"
            + " mapping.unexpected-kind",
        "[{'sql': {'field': 'n', 'expression': 'id + 1'}}] | {'id':1.5} | mapping.unexpected-kind",
        "[{'assert': 'total >= 0'}] | {'total':-1} | mapping.assertion-failed",
        "[{'assert': 'total >= 0'}] | {'total':null} | mapping.assertion-failed"
      })
  void theStreamStopsOrTheRowIsPutAside(String rules, String row, String code) {
    assertThatThrownBy(() -> Mapper.mapped(rules, row))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.kind()).isEqualTo(ErrorKind.CONTRACT);
              assertThat(e.message()).startsWith("Rule 1 (");
            });

    Mapped mapped = Mapper.mapped(quarantine(rules), row);
    assertThat(mapped.rows()).isNull();
    assertThat(mapped.filtered()).isZero();
    assertThat(mapped.rejected()).extracting(RejectedRow::reason).containsExactly(code);
  }

  @Test
  void otherRowsOfTheBatchGoOn() {
    Mapped mapped =
        Mapper.mapped(
            quarantine("[{'truncate': {'field': 'name', 'length': 2}}, {'drop': 'mail'}]"),
            "{'id':1,'name':'abc'}",
            "{'id':2,'name':5,'mail':'m','status':'s'}",
            "{'id':3}");

    assertThat(Mapper.rows(mapped)).containsExactly("{'id':1,'name':'ab'}", "{'id':3}");
    RejectedRow rejected = mapped.rejected().getFirst();
    assertThat(Mapper.text(rejected)).isEqualTo("{'id':2,'status':'s'}");
    assertThat(rejected.field()).isEqualTo("name");
    assertThat(rejected.message()).isEqualTo("Rule 1 (truncate): name is not a text.");
    assertThat(rejected.emittedAt()).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the fields that rules hide are found where the source has them
        "[{'rename': {'field': 'mail', 'to': 'm'}}, {'redact': 'm'}, {'assert': 'false'}] |"
            + " {'id':1,'mail':'x'} | {'id':1}",
        "[{'flatten': {'field': 'address'}}, {'redact': 'address_zip'}, {'assert': 'false'}] |"
            + " {'id':1,'address':{'zip':'x','street':'s'}} | {'id':1}",
        "[{'rename': {'field': 'address', 'to': 'a'}}, {'redact': 'a.zip'}, {'assert': 'false'}] |"
            + " {'id':1,'address':{'zip':'x','street':'s'}} | {'id':1,'address':{'street':'s'}}",
        "[{'redact': 'items[].mail'}, {'assert': 'false'}] | {'items':[{'mail':'x','sku':'s'}]} |"
            + " {'items':[{'sku':'s'}]}",
        "[{'redact': 'tags[]'}, {'assert': 'false'}] | {'id':1,'tags':['x']} | {'id':1}",
        "[{'keep': ['id', 'name']}, {'assert': 'false'}] | {'id':1,'name':'n','mail':'x'} |"
            + " {'id':1,'name':'n'}",
        "[{'rename': {'field': 'mail', 'to': 'm'}}, {'keep': ['m']}, {'assert': 'false'}] |"
            + " {'id':1,'mail':'x'} | {'mail':'x'}",
        "[{'flatten': {'field': 'address'}}, {'keep': ['id', 'address_zip']}, {'assert': 'false'}]"
            + " | {'id':1,'address':{'zip':'x'}} | {'id':1}",
        "[{'sql': {'field': 'mail', 'expression': 'lower(mail)'}}, {'redact': 'mail'}, {'assert':"
            + " 'false'}] | {'id':1,'mail':'x'} | {'id':1}",
        // what is not where it should be goes as a whole
        "[{'assert': 'false'}, {'redact': 'address.zip'}] | {'id':1,'address':'x'} | {'id':1}",
        "[{'assert': 'false'}, {'redact': 'items[].mail'}] | {'id':1,'items':[{'sku':1},'x']} |"
            + " {'id':1}",
        "[{'assert': 'false'}, {'redact': 'address.geo.lat'}] | {'address':{'geo':[1],'zip':'z'}} |"
            + " {'address':{'zip':'z'}}",
        "[{'assert': 'false'}, {'redact': 'mail'}] | {'id':1,'mail':'x','m\\u0061il':'x'} | {}"
      })
  void rejectedRowsAreStoredWithoutWhatRulesHide(String rules, String row, String stored) {
    Mapped mapped = Mapper.mapped(quarantine(rules), row);

    assertThat(mapped.rejected()).hasSize(1);
    assertThat(Mapper.text(mapped.rejected().getFirst())).isEqualTo(stored);
  }

  @Test
  void whereNothingSaysThatAFieldMayBeMissingItMustBeThere() {
    Mappings mappings = Mapper.rules(HASH);

    assertThatThrownBy(
            () -> Mapper.map(mappings.forStream(Mapper.plain("{}")), Mapper.batch("{'id':1}")))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.missing-field"));
    assertThatThrownBy(() ->
            Mapper.map(
                Mapper.rules("[{'redact': 'extra.phone'}]").forStream(Mapper.plain(Mapper.SCHEMA)),
                Mapper.batch("{'extra':{}}")))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.missing-field"));
  }

  @Test
  void optionalFieldsMayBeMissing() {
    String rules = "[{'redact': {'field': 'phone', 'optional': true}}]";

    assertThat(Mapper.row(rules, "{'id':1}")).isEqualTo("{'id':1}");
    assertThat(Mapper.row(rules, "{'phone':'5'}")).isEqualTo("{'phone':'***'}");
  }

  @Test
  void assertionsMayLeaveRowsOut() {
    Mapped mapped =
        Mapper.mapped(
            "[{'assert': {'sql': 'total >= 0', 'on_failure': 'drop'}}]",
            "{'total':-1}",
            "{'total':1}");

    assertThat(Mapper.rows(mapped)).containsExactly("{'total':1}");
    assertThat(mapped.filtered()).isEqualTo(1);
  }

  @Test
  void oneRowThatSqlFailsForDoesNotTakeOthersAlong() {
    Mapped mapped =
        Mapper.mapped(
            quarantine("[{'sql': {'field': 'n', 'expression': 'mail::integer'}}]"),
            "{'mail':'1'}",
            "{'mail':'x'}",
            "{'mail':'3'}",
            "{}",
            "{'mail':5}");

    assertThat(Mapper.rows(mapped))
        .containsExactly("{'mail':'1','n':1}", "{'mail':'3','n':3}", "{'n':null}");
    assertThat(mapped.rejected())
        .extracting(RejectedRow::reason)
        .containsExactlyInAnyOrder("mapping.sql-failed", "mapping.unexpected-kind");
  }
}
