package dev.godwit.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.rule.FieldPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A value that only lies in masked fields is seen nowhere outside.
class CanaryTest {
  private static final String CANARY = "canary0815";

  private static final String MASKS =
      """
      [{'hash': {'field': 'mail', 'key': 'secret:KEY'}},
       {'encrypt': {'field': 'address.street', 'key': '%s'}},
       {'tokenise': {'fields': ['items[].mail', 'address.zip'], 'key': 'secret:KEY', 'as': 'text'}},
       {'redact': {'field': 'name'}},
       {'rename': {'field': 'status', 'to': 'state'}},
       {'truncate': {'field': 'state', 'length': 3}},
       {'drop': ['extra']}
      """
          .formatted(Mapper.AES_KEY);

  /// A row with the canary in every masked field, in all sorts of places and shapes.
  private static String row(int id, Random random) {
    String canary = "'" + "x".repeat(random.nextInt(40)) + CANARY + "'";
    return """
    {'id':%d,'mail':%s,'name':%s,'total':%s,'status':'ok %s','address':%s,\
    'items':[{'sku':'s','mail':%s},{'mail':null}],'extra':{'a':[%s]}}\
    """
        .formatted(
            id,
            canary,
            odd(random, canary),
            random.nextInt(8) == 0 ? "'wrong'" : "" + (random.nextInt(20) - 2),
            CANARY,
            address(random, canary),
            odd(random, canary),
            canary)
        .replace("'mail':", random.nextInt(30) == 0 ? "'mail':" + canary + ",'mail':" : "'mail':");
  }

  private static String address(Random random, String canary) {
    return random.nextInt(9) == 0
        ? "[" + canary + "]"
        : "{'street':" + canary + ",'zip':" + canary + "}";
  }

  private static String odd(Random random, String canary) {
    return switch (random.nextInt(6)) {
      case 0 -> "{'inside':" + canary + "}";
      case 1 -> "[" + canary + "," + canary + "]";
      default -> canary;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", {'filter': 'total > 5'}",
        ", {'assert': 'total >= 0'}",
        ", {'sql': {'field': 'net', 'expression': 'total / 1.19'}}",
        ", {'flatten': {'field': 'address'}}, {'cast': {'field': 'total', 'to': 'integer'}}"
      })
  void isNeitherInPagesNorInRejectedRowsNorInMessages(String more) {
    StreamMapping mapping =
        Mapper.rules(Mapper.quarantine(MASKS + more + "]")).forStream(Mapper.plain(Mapper.SCHEMA));
    Random random = new Random(99);
    long rejected = 0;
    long passed = 0;
    for (int batch = 0; batch < 20; batch++) {
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        rows.add(row(i, random));
      }
      Mapped mapped = Mapper.map(mapping, Mapper.batch(rows.toArray(String[]::new)));
      if (mapped.rows() instanceof JsonRows page) {
        passed += page.rows();
        assertThat(new String(page.page(), ISO_8859_1)).doesNotContain(CANARY);
      }
      rejected += mapped.rejected().size();
      for (RejectedRow row : mapped.rejected()) {
        assertThat(Mapper.text(row)).doesNotContain(CANARY);
        assertThat(row.toString() + row.message() + row.field()).doesNotContain(CANARY);
      }
    }
    assertThat(passed).isPositive();
    assertThat(rejected).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'mail':{'a':'canary0815'},'total':'canary0815'}",
        "{'mail':'canary0815','mail':'canary0815'}",
        "{'mail':'canary0815\\ud800'}",
        "{'name':'canary0815','address':'canary0815'}",
        "{'status':{'canary0815':1}}",
        "{'items':'canary0815'}"
      })
  void isNotInWhatIsThrown(String row) {
    String strict = MASKS + ", {'assert': 'total::varchar::integer > 0 and mail is not null'}]";
    StreamMapping mapping = Mapper.rules(strict).forStream(Mapper.plain(Mapper.SCHEMA));
    StringWriter told = new StringWriter();
    try {
      Mapper.map(mapping, Mapper.batch(row));
    } catch (GodwitException e) {
      e.printStackTrace(new PrintWriter(told));
      told.append(e.describe()).append(e.toString());
    }

    assertThat(told.toString()).contains("Rule").doesNotContain(CANARY);
  }

  @Test
  void isNotInSqlErrors() {
    for (String sql :
        List.of("mail::integer", "error(mail)", "mail::date", "list_extract([1], mail::integer)")) {
      StreamMapping mapping =
          Mapper.rules(
                  Mapper.quarantine(
                      "[{'sql': {'field': 'n', 'expression': '" + sql + "'}}, {'drop': 'mail'}]"))
              .forStream(Mapper.plain(Mapper.SCHEMA));

      Mapped mapped = Mapper.map(mapping, Mapper.batch("{'id':1,'mail':'" + CANARY + "'}"));

      RejectedRow rejected = mapped.rejected().getFirst();
      assertThat(rejected.message()).contains("Error").doesNotContain(CANARY);
      assertThat(Mapper.text(rejected)).isEqualTo("{'id':1}");
    }
  }

  @Test
  void rowsThatNoRuleHidesAnythingOfAreStoredWhole() {
    Mapped mapped =
        Mapper.mapped(Mapper.quarantine("[{'assert': 'false'}]"), "{'id':1,'mail':'x'}");

    assertThat(Mapper.text(mapped.rejected().getFirst())).isEqualTo("{'id':1,'mail':'x'}");
    assertThat(FieldPath.parse("a.\"b.c\".d[]").toString()).isEqualTo("a.\"b.c\".d[]");
  }
}
