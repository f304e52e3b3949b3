package dev.godwit.mapping;

import static dev.godwit.mapping.Mapper.quarantine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RowFile;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Large batches go through the rules in two halves at the same time, small ones do not. Both come
/// to the same.
class SideBySideTest {
  private static final String RULES =
      """
      [{'hash': {'fields': ['mail', 'tags'], 'key': 'secret:KEY'}},
       {'rename': {'field': 'name', 'to': 'title'}},
       {'cast': {'field': 'total', 'to': 'integer'}},
       {'filter': 'status is null or status != \\u0027gone\\u0027'}]\
      """;

  private static StreamMapping mapping(String rules) {
    return Mapper.rules(rules).forStream(Mapper.plain(Mapper.SCHEMA));
  }

  private static String row(int id, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "{'id':%d,'mail':null,'name':null}".formatted(id);
      case 1 -> "{'id':%d,'total':'no number','mail':'a@b.example'}".formatted(id);
      case 2 -> "{'id':%d,'status':'gone'}".formatted(id);
      case 3 -> "{'tags':['x'],'id':%d,'total':7.0,'extra':null}".formatted(id);
      default -> "{'id':%d,'mail':'m%1$d@b.example','name':'n'}".formatted(id);
    };
  }

  private static List<String> nulls(Mapped mapped) {
    List<String> nulls = new ArrayList<>();
    if (mapped.rows() instanceof JsonRows rows) {
      for (int row = 0; row < rows.rows(); row++) {
        for (int i = rows.firstNull(row); i < rows.nullEnd(row); i += 2) {
          int start = rows.nulls()[i];
          int end = rows.nulls()[i + 1];
          assertThat(start).isBetween(rows.start(row), rows.end(row));
          nulls.add(new String(rows.page(), start, end - start, StandardCharsets.UTF_8));
        }
      }
    }
    return nulls;
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65, 501})
  void twoHalvesAreTheWhole(int count) {
    Random random = new Random(count);
    String[] rows =
        IntStream.range(0, count).mapToObj(id -> row(id, random)).toArray(String[]::new);
    StreamMapping mapping = mapping(quarantine(RULES));
    Mapped whole = Mapper.map(mapping, Mapper.batch(rows));
    List<String> texts = new ArrayList<>();
    List<String> nulls = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    long filtered = 0;
    for (int from = 0; from < count; from += 10) {
      String[] few = Arrays.copyOfRange(rows, from, Math.min(count, from + 10));
      Mapped part = Mapper.map(mapping, Mapper.batch(few));
      texts.addAll(Mapper.texts(part));
      nulls.addAll(nulls(part));
      part.rejected().forEach(row -> rejected.add(Mapper.text(row)));
      filtered += part.filtered();
    }
    assertThat(Mapper.texts(whole)).isEqualTo(texts);
    assertThat(nulls(whole)).isEqualTo(nulls).isNotEmpty();
    assertThat(whole.rejected().stream().map(Mapper::text)).isEqualTo(rejected).isNotEmpty();
    assertThat(whole.filtered()).isEqualTo(filtered).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 99, 100, 199})
  void aRowThatFailsStopsAllOfThemInEitherHalf(int failing) {
    String[] rows =
        IntStream.range(0, 200)
            .mapToObj(id -> "{'total':" + (id == failing ? "'none'" : id) + "}")
            .toArray(String[]::new);
    assertThatThrownBy(() -> Mapper.map(mapping(RULES), Mapper.batch(rows)))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("mapping.not-castable"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 150})
  void aHalfOfWhichNothingIsLeftIsLeftOut(int kept) {
    String[] rows =
        IntStream.range(0, 200)
            .mapToObj(id -> "{'id':%d,'status':'%s'}".formatted(id, id == kept ? "here" : "gone"))
            .toArray(String[]::new);
    Mapped mapped = Mapper.map(mapping(RULES), Mapper.batch(rows));
    assertThat(Mapper.rows(mapped)).containsExactly("{'id':%d,'status':'here'}".formatted(kept));
    assertThat(mapped.filtered()).isEqualTo(199);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 160})
  void filesStayWithTheirRows(int owner) {
    JsonRows.Builder builder = new JsonRows.Builder();
    JsonRows plain =
        Mapper.batch(
            IntStream.range(0, 200).mapToObj(id -> "{'id':" + id + "}").toArray(String[]::new));
    RowFile file = new RowFile("file", "file", 1);
    for (int row = 0; row < plain.rows(); row++) {
      builder.add(plain, row);
      if (row == owner) {
        builder.file(file);
      }
    }
    JsonRows batch = Objects.requireNonNull(builder.build(plain.slice(), plain.page(), 42));
    JsonRows mapped = (JsonRows) Mapper.map(mapping(RULES), batch).rows();
    for (int row = 0; row < 200; row++) {
      assertThat(mapped.file(row)).isEqualTo(row == owner ? file : null);
    }
  }
}
