package dev.godwit.mapping;

import static dev.godwit.mapping.Mapper.row;
import static dev.godwit.mapping.Mapper.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'rename': {'field': 'mail', 'to': 'email'}}] | {'id':1,'mail':'a','x':2} |"
            + " {'id':1,'email':'a','x':2}",
        "[{'rename': {'field': 'address.zip', 'to': 'code'}}] | {'address':{'zip':'1'},'id':1} |"
            + " {'address':{'code':'1'},'id':1}",
        "[{'rename': {'field': 'items[].sku', 'to': 'no'}}] | {'items':[{'sku':'a'},{'mail':'b'}]}"
            + " | {'items':[{'no':'a'},{'mail':'b'}]}",
        "[{'rename': {'field': 'mail', 'to': 'x\\ty'}}] | {'mail':null} | {'x\\ty':null}",
        "[{'rename': {'field': 'mail', 'to': 'email'}}] | {'m\\u0061il':1} | {'email':1}",
        "[{'drop': ['mail', 'address.street']}] |"
            + " {'id':1,'mail':'a','address':{'street':'s','zip':'1'}} |"
            + " {'id':1,'address':{'zip':'1'}}",
        "[{'drop': ['id']}] | {'id':1} | {}",
        "[{'drop': 'id'}] | {'mail':'a','id':1,'x':2} | {'mail':'a','x':2}",
        "[{'drop': ['address.street']}] | {'address':null} | {'address':null}",
        "[{'keep': ['id', 'address.zip', 'items[].sku', 'tags']}] |"
            + " {'x':1,'id':2,'address':{'street':'s','zip':'1'},'items':[{'sku':'a','mail':'m'}],'tags':['t']}"
            + " | {'id':2,'address':{'zip':'1'},'items':[{'sku':'a'}],'tags':['t']}",
        "[{'keep': ['id', 'address.zip']}] | {'id':2,'address':'secret street'} | {'id':2}",
        "[{'keep': ['id', 'address.zip']}] | {'id':2,'address':null} | {'id':2,'address':null}",
        "[{'flatten': {'field': 'address'}}] | {'address':{'street':'s','geo':{'lat':1.50}},'id':1}"
            + " | {'id':1,'address_street':'s','address_geo':{'lat':1.50}}",
        "[{'flatten': {'field': 'address', 'separator': '.', 'depth': 2}}] |"
            + " {'address':{'street':'s','geo':{'lat':1.50}}} |"
            + " {'address.street':'s','address.geo.lat':1.50}",
        "[{'flatten': {'field': 'address.geo'}}] | {'address':{'geo':{'lat':1},'zip':'1'}} |"
            + " {'address':{'zip':'1','geo_lat':1}}",
        "[{'flatten': {'field': 'address'}}] | {'address':null,'id':1} | {'id':1}",
        "[{'constant': {'field': 'region', 'value': 'eu'}}] | {'id':1} | {'id':1,'region':'eu'}",
        "[{'constant': {'field': 'mail', 'value': null}}] | {'id':1,'mail':'m'} |"
            + " {'id':1,'mail':null}",
        "[{'constant': {'field': 'address.country', 'value': 7}}] | {'address':{}} |"
            + " {'address':{'country':7}}",
        "[{'constant': {'field': 'address.country', 'value': 7}}] | {'address':null} |"
            + " {'address':null}",
        "[{'truncate': {'field': 'name', 'length': 3}}] | {'name':'Müller'} | {'name':'Mül'}",
        "[{'truncate': {'field': 'name', 'length': 2}}] | {'name':'😀😀😀'} | {'name':'😀😀'}",
        "[{'truncate': {'field': 'name', 'length': 9}}] | {'name':'M\\u00fcl'} |"
            + " {'name':'M\\u00fcl'}",
        "[{'redact': {'field': 'name', 'with': 'x'}}] | {'name':'Müller'} | {'name':'x'}",
        "[{'redact': ['name', 'tags[]', 'items[].mail']}] |"
            + " {'name':null,'tags':['a','b'],'items':[{'mail':'m','sku':'s'}]} |"
            + " {'name':null,'tags':['***','***'],'items':[{'mail':'***','sku':'s'}]}"
      })
  void changesRows(String rules, String before, String after) {
    assertThat(row(rules, before)).isEqualTo(after);
  }

  @Test
  void rulesApplyInOrder() {
    String rules =
        """
        [{'rename': {'field': 'mail', 'to': 'm'}}, {'rename': {'field': 'name', 'to': 'mail'}},
         {'redact': 'm'}, {'flatten': {'field': 'address'}}, {'drop': 'address_street'}]
        """;

    assertThat(row(rules, "{'mail':'a','name':'b','address':{'street':'s','zip':'1'}}"))
        .isEqualTo("{'m':'***','mail':'b','address_zip':'1'}");
  }

  @Test
  void valuesThatNoRuleNamesKeepTheirBytes() {
    assertThat(
            row(
                "[{'drop': 'mail'}]",
                "{'total':1.10e2,'mail':1,'extra':{'a'"
                    + " :[1.0,'\\u00e4']},'id':12345678901234567890123}"))
        .isEqualTo("{'total':1.10e2,'extra':{'a' :[1.0,'\\u00e4']},'id':12345678901234567890123}");
  }

  @Test
  void whereNullFieldsLieIsKnownAfterwards() {
    Mapped mapped =
        Mapper.mapped(
            "[{'rename': {'field': 'mail', 'to': 'm'}}, {'drop': 'status'}]",
            "{'id':1,'name':null,'status':null,'mail':null,'tags':null}",
            "{'id':2}",
            "{'name':null,'address':{'zip':null}}");

    JsonRows rows = (JsonRows) mapped.rows();
    assertThat(nulls(rows, 0)).containsExactly("\"name\":null", "\"m\":null", "\"tags\":null");
    assertThat(nulls(rows, 1)).isEmpty();
    assertThat(nulls(rows, 2)).containsExactly("\"name\":null");
  }

  private static List<String> nulls(JsonRows rows, int row) {
    assertThat(rows.firstNull(row)).isNotNegative();
    List<String> texts = new ArrayList<>();
    for (int i = rows.firstNull(row); i < rows.nullEnd(row); i += 2) {
      int start = rows.nulls()[i];
      texts.add(new String(rows.page(), start, rows.nulls()[i + 1] - start, UTF_8));
    }
    return texts;
  }

  @Test
  void batchesKeepSliceAndTimeAndTheOrderOfRows() {
    Mapped mapped = Mapper.mapped("[{'filter': 'id > 1'}]", "{'id':3}", "{'id':1}", "{'id':2}");

    assertThat(rows(mapped)).containsExactly("{'id':3}", "{'id':2}");
    assertThat(mapped.filtered()).isEqualTo(1);
    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.rows().emittedAt()).isEqualTo(42);
    assertThat(mapped.rows().slice().stream().name()).isEqualTo("orders");
  }

  @Test
  void aBatchOfWhichNothingIsLeftHasNoRows() {
    Mapped mapped = Mapper.mapped("[{'filter': 'id > 9'}, {'redact': 'name'}]", "{'id':3}");

    assertThat(mapped.rows()).isNull();
    assertThat(mapped.filtered()).isEqualTo(1);
  }
}
