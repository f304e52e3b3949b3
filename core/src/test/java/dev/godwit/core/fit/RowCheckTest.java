package dev.godwit.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.schema.FieldType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCheckTest {
  private final RowCheck check =
      new RowCheck(
          Map.of(
              "id", FieldType.BIGINT,
              "größe", FieldType.BIGINT,
              "a\"b", FieldType.BOOLEAN,
              "name", FieldType.VARCHAR));

  private boolean fits(String row) {
    return check.fits(("##" + row + ",").getBytes(StandardCharsets.UTF_8), 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":1,\"größe\":2,\"a\\\"b\":true,\"name\":\"x\"}",
        "{\"name\":\"\\\\\",\"a\\u0022b\":false,\"größe\":-3,\"id\":null}",
        "{ \"id\" : 7 , \"other\" : [ 1 , {\"id\":\"x\"} , \"]}\" ] , \"gr\\u00f6\\u00dfe\" : 8 }",
        "{\"id\":1,\"name\":{\"id\":\"x\",\"größe\":\"}\"}}"
      })
  void rowsWhoseFieldsHaveTheirTypesFit(String row) {
    assertThat(fits(row)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "{\"id\":1.5}",
        "{\"other\":{\"a\":[\"{\"]},\"id\":\"1\"}",
        "{\"name\":\"\\\"\",\"größe\":true}",
        "{\"name\":\"\\\\\",\"gr\\u00f6\\u00dfe\":1e2}",
        "{\"id\":1,\"a\\\"b\":0}",
        "{\"id\":[1]}"
      })
  void othersDoNot(String row) {
    assertThat(fits(row)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"1\"', true",
    "'\"-0.123456789\"', true",
    "'\"12345678901234567890123456789.1\"', true",
    "12, true",
    "'\"\"', false",
    "'\"-\"', false",
    "'\".5\"', false",
    "'\"5.\"', false",
    "'\"+5\"', false",
    "'\"1e5\"', false",
    "'\"1.5 \"', false",
    "'\"1.2.3\"', false",
    "'\"0.1234567891\"', false",
    "'\"123456789012345678901234567890\"', false",
    "0.1, false"
  })
  void textsAreDecimalsWhereTheyAreExact(String value, boolean fits) {
    byte[] page = value.getBytes(StandardCharsets.UTF_8);
    assertThat(RowCheck.fits(FieldType.DECIMAL, page, 0, page.length)).isEqualTo(fits);
  }

  @Test
  void keysMayComeInAnotherOrderInEachRow() {
    String[] fields = {"\"id\":1", "\"größe\":2", "\"a\\\"b\":true", "\"name\":\"x\"", "\"z\":[]"};
    String[] misfits = {
      "\"id\":\"1\"", "\"größe\":{}", "\"a\\\"b\":2", "\"name\":\"x\"", "\"z\":9"
    };
    for (int turn = 0; turn < 25; turn++) {
      String before = turned(fields, turn % 5, turn / 5, fields);
      assertThat(fits(before)).as(before).isTrue();
      String row = turned(fields, turn % 5, turn / 5, misfits);
      assertThat(fits(row)).as(row).isEqualTo(turn / 5 > 2);
    }
  }

  /// The fields from `first` on, then those before it; one of them as in `others`.
  private static String turned(String[] fields, int first, int other, String[] others) {
    StringBuilder row = new StringBuilder("{");
    for (int i = 0; i < fields.length; i++) {
      int field = (first + i) % fields.length;
      row.append(i == 0 ? "" : ",").append(field == other ? others[field] : fields[field]);
    }
    return row.append('}').toString();
  }

  @Test
  void aTableOfThousandsOfColumnsIsChecked() {
    Map<String, FieldType> types = new HashMap<>();
    StringBuilder row = new StringBuilder("{");
    for (int i = 0; i < 6000; i++) {
      types.put("c" + i, FieldType.BIGINT);
      row.append(i == 0 ? "" : ",").append("\"c" + i + "\":").append(i);
    }
    RowCheck wide = new RowCheck(types);
    byte[] good = (row + "}").getBytes(StandardCharsets.UTF_8);
    byte[] bad = (row + "}").replace(":5999}", ":0.5}").getBytes(StandardCharsets.UTF_8);
    assertThat(wide.fits(good, 0)).isTrue();
    assertThat(wide.fits(good, 0)).isTrue();
    assertThat(wide.fits(bad, 0)).isFalse();
  }
}
