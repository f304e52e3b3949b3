package dev.godwit.manifest.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonElements;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.Recorded;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.path.PathsTestTables;
import dev.godwit.manifest.internal.path.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractionTest {
  private static PathExtraction at(List<?> steps) {
    List<@Nullable Object> path = new ArrayList<>();
    for (Object step : steps) {
      String text = step.toString();
      path.add(text.matches("-?\\d+") ? (Object) Long.valueOf(text) : text);
    }
    return new PathExtraction(TreePath.of(path), path.contains("*"));
  }

  private static List<@Nullable Object> rows(PathExtraction extraction, String body) {
    JsonElements elements = extraction.slices(new Body(body.getBytes(StandardCharsets.UTF_8)));
    List<@Nullable Object> rows = new ArrayList<>();
    for (int i = 0; i < elements.count(); i++) {
      rows.add(JsonParser.STRICT.parse(elements.page(), elements.start(i), elements.end(i)));
    }
    return rows;
  }

  @Test
  void rowsAreFoundAsInTheReference() {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : Recorded.table(PathsTestTables.class, "paths.json", "rows")) {
      List<?> path = (List<?>) Objects.requireNonNull(row.getFirst());
      String body = JsonWriter.text(row.get(1));
      List<?> expected = (List<?>) Objects.requireNonNull(row.getLast());
      List<Object> found = new ArrayList<>();
      try {
        List<@Nullable Object> rows = rows(at(path), body);
        found.add("value");
        found.add(rows);
      } catch (GodwitException e) {
        found.add(e.code().equals("path.ambiguous") ? "ambiguous" : e.code());
      }
      if (!found.equals(expected)) {
        differences.add(path + " in " + body + ": expected " + expected + ", found " + found);
      }
    }
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "not json",
        "{\"d\":",
        "<html></html>",
      })
  void aBodyThatIsNoJsonHasNoRows(String body) {
    assertThat(rows(at(List.of()), body)).isEmpty();
    assertThat(rows(at(List.of("d")), body)).isEmpty();
  }

  @Test
  void numbersThatStrictJsonForbidsAreTakenAsPythonTakesThem() {
    assertThat(rows(at(List.of("d")), "{\"d\":[{\"x\":1,\"y\":NaN}]}")).hasSize(1);
  }

  @Test
  void aGlobThatFindsTwoPlacesNeedsAStar() {
    assertThatThrownBy(() -> rows(at(List.of("d?")), "{\"d1\":[],\"d2\":[]}"))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("path.ambiguous"));
  }
}
