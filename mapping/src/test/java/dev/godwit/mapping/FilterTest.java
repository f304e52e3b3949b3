package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Mapped;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
  private static Mapped filter(String filter, String row) {
    Mappings mappings = Mappings.read(List.of(Map.of("filter", filter)), _ -> null);
    return Mapper.map(mappings.forStream(Mapper.plain(Mapper.SCHEMA)), Mapper.batch(row));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "total > 10 | {'total':10.5} | true",
        "total > 10 | {'total':9} | false",
        "total > 9 | {'total':10} | true",
        "total = 1 | {'total':1.0} | true",
        "total = 1e2 | {'total':100} | true",
        "total != 1 | {'total':1.000} | false",
        "total = 0.1 | {'total':0.1000000000000000000000000001} | false",
        "total < 9007199254740993 | {'total':9007199254740992} | true",
        "total >= -5 | {'total':-5} | true",
        "10 <= total | {'total':10} | true",
        "total > 10 | {'total':null} | false",
        "not total > 10 | {'total':null} | false",
        "total > 10 or id = 1 | {'total':null,'id':1} | true",
        "total > 10 and id = 1 | {'total':null,'id':1} | false",
        "not (total > 10 and id = 2) | {'total':null,'id':1} | true",
        "total is null | {} | true",
        "total is null | {'total':null} | true",
        "total is not null | {'total':0} | true",
        "address.zip is null | {'address':null} | true",
        "address.geo.lat > 1.5 | {'address':{'geo':{'lat':1.6}}} | true",
        "status in ['a', 'b'] | {'status':'b'} | true",
        "status in ('a', 'b') | {'status':'c'} | false",
        "status not in ['a', 'b'] | {'status':'c'} | true",
        "status not in ['a', 'b'] | {'status':null} | false",
        "id in [1, 2.0] | {'id':2} | true",
        "status = 'it''s' | {'status':'it\\u0027s'} | true",
        "status = 'ä' | {'status':'\\u00e4'} | true",
        "status < 'b' | {'status':'abc'} | true",
        "status > mail | {'status':'b','mail':'a'} | true",
        "mail matches '@shop\\.example$' | {'mail':'x@shop.example'} | true",
        "mail matches '@shop\\.example$' | {'mail':'x@shopXexample'} | false",
        "mail not matches '^x' | {'mail':'y'} | true",
        "active | {'active':true} | true",
        "not active | {'active':false} | true",
        "not active | {'active':null} | false",
        "active = false | {'active':false} | true",
        "\"status\" = 'a' AND NOT (id = 2 OR id = 3) | {'status':'a','id':1} | true",
        "id = 1 or id = 2 and status = 'x' | {'id':1,'status':'y'} | true",
        "true | {} | true",
        "total > 10 and not (status in ['test', 'void']) and mail matches '@shop\\.example$' and"
            + " name is not null | {'total':11,'status':'ok','mail':'a@shop.example','name':'n'} |"
            + " true"
      })
  void keepsRowsForWhichItIsTrue(String filter, String row, boolean kept) {
    assertThat(filter(filter, row).rows() != null).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "total >",
        "total > 10 and",
        "total = null",
        "(total > 10",
        "total > 10)",
        "total > 10 total",
        "status = 'open",
        "status in []",
        "status in ['a', 1]",
        "status in [mail]",
        "status matches mail",
        "status matches '('",
        "not",
        "in = 1",
        "'a'",
        "5",
        "total is 5",
        "total # 5"
      })
  void whatIsNoFilterIsRefusedWithItsPlace(String filter) {
    assertThatThrownBy(() -> Mappings.read(List.of(Map.of("filter", filter)), _ -> null))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.filter-syntax"))
        .hasMessageContaining("at character");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total > '10'",
        "mail = 5",
        "mail in [1]",
        "id matches 'x'",
        "mail",
        "address = 'x'",
        "active > true",
        "tags = 'x'"
      })
  void comparisonsThatCannotBeTrueAreRefusedBeforeTheSync(String filter) {
    assertThatThrownBy(() -> filter(filter, "{}"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.wrong-type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "total > 10 | {'total':'11'}",
        "mail = 'x' | {'mail':{'a':1}}",
        "active | {'active':1}",
        "address.zip = '1' | {'address':'x'}",
        "mail matches 'x' | {'mail':5}"
      })
  void valuesOfAnotherKindStopTheStream(String filter, String row) {
    assertThatThrownBy(() -> filter(filter, row))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.unexpected-kind"));
  }

  @Test
  void aRegularExpressionThatTakesAgesIsGivenUp() {
    assertThatThrownBy(() ->
            filter("mail matches '(.*)(.*)(.*)(.*)(.*)x$'", "{'mail':'" + "a".repeat(200) + "'}"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.pattern-too-slow"));
  }

  @Test
  void aRegularExpressionThatNestsTooDeepIsGivenUp() {
    assertThatThrownBy(
            () -> filter("mail matches '^(a|b)*$'", "{'mail':'" + "ab".repeat(200_000) + "!'}"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.pattern-too-slow"));
  }
}
